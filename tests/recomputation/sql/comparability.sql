-- How far cities can be compared (methods, "Rules of comparability"). What can be set side by side at all: levels
-- and changes of a tier as a whole, and figures of wider coverage that name neither tier nor town; of the numbers
-- of towns the latest state of each tier; each figure once, whether it is printed of the tier or of its only town.
CREATE TABLE city_figures AS
WITH whole AS (
    SELECT f.* FROM figures AS f JOIN cities USING (area)
    WHERE f.kind IN ('level', 'change')
        AND ((f.tier = '' AND f.town = '') OR f.id IN (SELECT id FROM tier_totals))
        AND (f.indicator <> 'towns' OR f.id IN (SELECT id FROM latest_states))
    QUALIFY row_number() OVER (
        PARTITION BY area, tier, indicator, kind, period, unit, status ORDER BY published DESC, id DESC
    ) = 1
), first_states AS (
    SELECT area, tier, min(last) AS ends_first FROM states GROUP BY area, tier
), known AS (
    SELECT w.*, w.unit IN ('CNY', 'events') OR w.kind = 'change' AS is_flow,
        w.indicator NOT IN ('towns', 'towns_added', 'towns_first_batch') AND w.unit NOT IN ('ratio', 'pp') AS adds_up,
        s.ends_first, z.least_size
    FROM whole AS w LEFT JOIN first_states AS s USING (area, tier)
    LEFT JOIN least_sizes AS z ON z.area = w.area AND z.tier = w.tier AND z.source = w.source
        AND w.indicator IN ('projects', 'project_investment')
)
SELECT k.*, b.ends.low AS towns_low, b.ends.high AS towns_high,
    coalesce(b.ends.low = 1 AND b.ends.high = 1, false) AS is_one_town,
    coalesce(adds_up AND k.last < ends_first, false) AS counted_back,
    CASE WHEN indicator = 'towns' THEN tier ELSE '' END AS family
FROM known AS k LEFT JOIN towns_behind AS b ON b.id = k.id AND b.dated AND k.adds_up;

-- All pairs of figures of two cities, with what keeps them apart (`blocks`) and what has to be accepted
-- (`caveats`).
CREATE TABLE rated AS
WITH differences AS (
    SELECT a.indicator, a.kind, a.family, a.area, b.area AS other, a.id AS one, b.id AS two,
        least(coalesce(a.last, 0), coalesce(b.last, 0)) AS ends_first,
        those([
            CASE WHEN NOT (a.normal AND b.normal) THEN 'coverage_differs' END,
            CASE WHEN a.tier <> b.tier THEN
                CASE WHEN 'mixed' IN (a.tier, b.tier) THEN 'sum_over_tiers' ELSE 'tiers_differ' END END,
            CASE WHEN a.is_one_town <> b.is_one_town THEN 'one_town_against_many' END,
            CASE WHEN a.first IS NULL OR b.first IS NULL THEN 'period_not_printed' END,
            CASE WHEN a.is_flow AND a.months <> b.months THEN 'part_year_against_year' END,
            -- a state of some months may be of any of them
            CASE WHEN a.months + b.months > 0 AND 12 < CASE
                WHEN a.is_flow THEN abs(a.last - b.last) ELSE greatest(a.last - b.first, b.last - a.first)
            END THEN 'years_far_apart' END
        ]) AS blocks,
        those([
            CASE WHEN a.period <> b.period THEN CASE WHEN a.is_flow THEN 'years_differ' ELSE 'dates_differ' END END,
            CASE WHEN a.is_flow AND a.first % 12 <> b.first % 12 THEN 'seasonality' END,
            CASE WHEN a.counted_back OR b.counted_back THEN 'counted_back' END,
            CASE WHEN a.adds_up AND NOT coalesce(a.towns_low = a.towns_high AND b.towns_low = b.towns_high
                AND a.towns_low = b.towns_low, false) THEN 'town_numbers_differ' END,
            CASE WHEN a.least_size IS DISTINCT FROM b.least_size THEN 'selected_by_size' END
        ]) AS caveats
    FROM city_figures AS a JOIN city_figures AS b
        ON a.indicator = b.indicator AND a.kind = b.kind AND a.family = b.family AND a.area < b.area
)
SELECT *, len(blocks) > 0 AS is_blocked, len(caveats) > 0 AS has_caveats,
    CASE WHEN len(blocks) > 0 THEN blocks ELSE caveats END AS reasons, len(reasons) AS n
FROM differences;

-- The best comparison of each two cities, for each indicator and kind that any city prints: comparable before
-- caveats before not comparable, then the fewest differences, then the latest.
CREATE TABLE city_pairs AS
WITH families AS (SELECT DISTINCT indicator, kind, family FROM city_figures),
best AS (
    SELECT * FROM rated
    QUALIFY row_number() OVER (
        PARTITION BY indicator, kind, family, area, other
        ORDER BY is_blocked, has_caveats AND NOT is_blocked, n, ends_first DESC, one, two
    ) = 1
)
SELECT f.indicator, f.kind, f.family, a.area, b.area AS other, best.one, best.two, best.reasons, i.place, i.unit = 'CNY' AS in_money,
    CASE
        WHEN best.one IS NULL THEN 'not_reported'
        WHEN best.is_blocked THEN 'not_comparable'
        WHEN best.has_caveats THEN 'comparable_with_caveat'
        ELSE 'comparable'
    END AS verdict
FROM families AS f
CROSS JOIN cities AS a JOIN cities AS b ON a.area < b.area
JOIN code_indicators AS i ON i.code = f.indicator
LEFT JOIN best ON best.indicator = f.indicator AND best.kind = f.kind AND best.family = f.family
    AND best.area = a.area AND best.other = b.area;
CREATE VIEW allowed_pairs AS SELECT * FROM city_pairs WHERE verdict IN ('comparable', 'comparable_with_caveat');

-- The counts rest on the figures that are compared, each once.
CREATE MACRO compared_figures(x, y) AS list_distinct(list_concat(all_of(x), all_of(y)));
INSERT INTO answers (id, value, verdict, observations)
SELECT 'pairs', count(*), CASE WHEN count(*) > 0 THEN '' ELSE 'not_reported' END, compared_figures(one, two) FROM city_pairs;
INSERT INTO answers (id, value, observations)
SELECT 'pairs-' || replace(v.verdict, '_', '-'), count(p.verdict), compared_figures(one, two)
FROM (SELECT unnest(['comparable', 'comparable_with_caveat', 'not_comparable', 'not_reported']) AS verdict) AS v
LEFT JOIN city_pairs AS p USING (verdict) GROUP BY v.verdict
UNION ALL SELECT 'pairs-allowed', count(*), compared_figures(one, two) FROM allowed_pairs
UNION ALL SELECT 'pairs-allowed-money', count(*), compared_figures(one, two) FROM allowed_pairs WHERE in_money;

-- A ratio of a figure that counts towns back says so too.
UPDATE answers SET caveats = list_append(caveats, 'counted_back')
WHERE id IN (
    SELECT CASE WHEN name = 'revenue-to-output' THEN name ELSE replace(indicator, '_', '-') || '-' || name END || '-' || slug
    FROM latest_ratios WHERE numerator IN (
        SELECT id FROM city_figures WHERE counted_back AND NOT is_one_town  -- a figure of the only town is of that town
    )
);
