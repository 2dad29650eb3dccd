-- Growth against targets (methods, "Verdicts"). A growth without a number is left out where a document gives the
-- number of the same figure; of several without one the latest document's counts.
CREATE TABLE growths AS
SELECT id, area, tier, town, indicator, period, published, first, last, months, normal, source, line, value, ends
FROM figures WHERE kind = 'growth'
UNION ALL
SELECT id, area, tier, town, indicator, period, published, first, last, months, normal, source, line, NULL, NULL
FROM (
    SELECT * FROM rows WHERE kind = 'growth' AND value IS NULL
    QUALIFY period = '' OR source = first_value(source) OVER (
        PARTITION BY area, tier, town, indicator, period, unit, normal ORDER BY published DESC, id DESC
    )
) AS silent
WHERE NOT EXISTS (
    FROM figures AS f WHERE f.kind = 'growth' AND f.period <> '' AND f.area = silent.area AND f.tier = silent.tier
        AND f.town = silent.town AND f.indicator = silent.indicator AND f.period = silent.period
);

-- The target that applies: for the growth of the same indicator, coverage and tier (or of all tiers), for the same
-- town or for all (or for the only town of the tier), by the same area or one above, of a year at most that covers
-- the growth's period; without a printed period only where it stands on the same line of a document as the growth.
-- Of several the one with fewest caveats, then the closest in area, town and tier, then the latest. For a rate a
-- ratio is a level to reach.
CREATE TABLE margins AS
WITH candidates AS (
    SELECT g.id AS growth, t.id AS target, t.value, t.qualifier, t.ends,
        CASE WHEN t.period = '' THEN 'target_period_not_printed' WHEN t.months <> g.months THEN 'half_year_against_year' END
            AS caveat,
        row_number() OVER (PARTITION BY g.id ORDER BY
            CASE WHEN t.period = '' OR t.months <> g.months THEN 1 ELSE 0 END,
            inside.distance, t.town <> g.town, t.tier <> g.tier, t.published DESC, t.id DESC
        ) AS choice
    FROM growths AS g
    JOIN code_indicators AS i ON i.code = g.indicator AND i.unit <> 'ratio'
    JOIN inside ON inside.area = g.area
    JOIN figures AS t ON t.area = inside.above AND t.indicator = g.indicator AND t.normal = g.normal
        AND t.kind = 'target' AND t.unit = 'ratio' AND t.tier IN ('', g.tier)
    LEFT JOIN towns_behind AS b ON b.id = g.id
    WHERE g.value IS NOT NULL
        AND (t.town IN ('', g.town) OR (g.town = '' AND b.ends.low = 1 AND b.ends.high = 1))
        AND CASE
            WHEN t.period = '' THEN EXISTS (
                FROM rows AS p WHERE p.source = t.source AND p.line = t.line AND (p.id = g.id OR (
                    p.kind = 'growth' AND g.period <> '' AND p.area = g.area AND p.tier = g.tier AND p.town = g.town
                    AND p.indicator = g.indicator AND p.period = g.period))
            )
            ELSE coalesce(t.first <= g.first AND g.last <= t.last AND t.months <= 12, false)
        END
), silent AS (  -- what is spoken of without its number; of what it covers only the place is known
    SELECT g.id AS growth, t.id AS target
    FROM growths AS g
    JOIN code_indicators AS i ON i.code = g.indicator AND i.unit <> 'ratio'
    JOIN inside ON inside.area = g.area
    JOIN rows AS t ON t.area = inside.above AND t.indicator = g.indicator AND t.kind = 'target' AND t.unit = 'ratio'
        AND t.value IS NULL AND t.tier IN ('', g.tier)
    LEFT JOIN towns_behind AS b ON b.id = g.id
    WHERE (SELECT status <> 'D' FROM rows WHERE rows.id = g.id)
        AND (t.town IN ('', g.town) OR (g.town = '' AND b.ends.low = 1 AND b.ends.high = 1))
        AND CASE
            WHEN t.period = '' THEN t.source = g.source AND t.line = g.line
            ELSE coalesce(t.first <= g.first AND g.last <= t.last AND t.months <= 12, false)
        END
    QUALIFY row_number() OVER (PARTITION BY g.id ORDER BY
        CASE WHEN t.period = '' OR t.months <> g.months THEN 1 ELSE 0 END,
        inside.distance, t.town <> g.town, t.tier <> g.tier, t.published DESC, t.id DESC
    ) = 1
)
SELECT g.*, t.target, s.target AS named, t.value AS aim, asked(t) AS aim_ends, g.value - t.value AS margin,
    CASE WHEN t.target IS NOT NULL THEN minus(g.ends, asked(t)) END AS margin_ends,
    CASE WHEN g.value IS NULL THEN 'not_known' WHEN t.target IS NULL THEN 'no_target' ELSE judged(g.ends, t) END
        AS verdict,
    those([
        CASE WHEN g.value IS NULL THEN 'no_number' ELSE t.caveat END,
        CASE WHEN t.target IS NULL AND s.target IS NOT NULL THEN 'target_not_printed' END
    ]) AS caveats
FROM growths AS g LEFT JOIN candidates AS t ON t.growth = g.id AND t.choice = 1
LEFT JOIN silent AS s ON s.growth = g.id;

INSERT INTO answers (id, value, ends, unit, verdict, observations, caveats)
SELECT 'margin-' || id, margin, margin_ends, 'pp', verdict, those([id, coalesce(target, named)]), caveats
FROM margins;
INSERT INTO answers (id, value, unit)
SELECT 'growth-' || name, n, 'observations' FROM (
    SELECT count(*) AS stated, count(value) AS "with-number", count(*) - count(value) AS "without-number",
        count(target) AS tested, count(*) FILTER (verdict = 'no_target') AS "without-target",
        count(*) FILTER (verdict = 'met') AS met, count(*) FILTER (verdict = 'missed') AS missed,
        count(*) FILTER (verdict = 'fragile') AS fragile
    FROM margins
) UNPIVOT (n FOR name IN (COLUMNS(*)));

-- The tested growth whose period ends last leads the report.
CREATE TABLE headline AS
SELECT * FROM margins WHERE target IS NOT NULL ORDER BY coalesce(last, 0) DESC, published DESC, id LIMIT 1;
INSERT INTO answers (id, value, ends, unit, verdict, observations, caveats)
SELECT 'headline-margin', margin, margin_ends, 'pp', verdict, [id, target], caveats FROM headline
UNION ALL SELECT 'headline-growth', value, ends, 'ratio', '', [id], [] FROM headline
UNION ALL SELECT 'headline-target', aim, aim_ends, 'ratio', '', [target], [] FROM headline;
INSERT INTO answers (id, unit, verdict)
SELECT 'headline-margin', 'pp', CASE
    WHEN count(*) = 0 THEN 'not_reported'
    WHEN bool_or(verdict = 'no_target') THEN 'no_target'
    ELSE 'not_known'
END
FROM margins HAVING count(target) = 0;
