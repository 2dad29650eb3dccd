-- Ratios that take size out. Each interval is that of the quotient; what may be zero or has no upper end divides
-- nothing. `numerator` is the figure above the line; of figures that give one id the one published last counts.
CREATE TABLE ratios (
    name VARCHAR, area VARCHAR, tier VARCHAR, town VARCHAR, indicator VARCHAR, period VARCHAR, published DATE,
    first BIGINT, last BIGINT, value DOUBLE, ends STRUCT(low DOUBLE, high DOUBLE), unit VARCHAR,
    observations VARCHAR[], caveats VARCHAR[], numerator VARCHAR
);

-- Money of a tier as a whole, each figure once, divided by the towns that stand behind it.
INSERT INTO ratios
WITH totals AS (
    SELECT figures.* FROM figures JOIN tier_totals USING (id)
    WHERE normal AND kind = 'level' AND unit = 'CNY' AND indicator IN ('output', 'revenue')
    QUALIFY row_number() OVER (PARTITION BY area, tier, indicator, period ORDER BY published DESC, id DESC) = 1
)
SELECT 'per-town', area, tier, '', indicator, period, published, first, last, t.value / b.value, divide(t.ends, b.ends),
    'CNY_per_town', list_prepend(t.id, b.observations), [], t.id
FROM totals AS t JOIN towns_behind AS b USING (id)
WHERE b.dated AND divides(b.ends);

-- Figures divided by another of the same area, tier, town, kind and period: output and revenue per person employed (a state,
-- which is dated at the end of what it is of: docs/decisions/periods.md), investment per project (counted above a size where
-- the document says so, whatever year its limit has), revenue by output. A target is an intention and a rate no sum, so neither is divided.
INSERT INTO ratios
WITH pairs (name, unit, above, below) AS (
    VALUES ('per-worker', 'CNY_per_person', 'output', 'employment'),
        ('per-worker', 'CNY_per_person', 'revenue', 'employment'),
        ('per-project', 'CNY_per_project', 'project_investment', 'projects'),
        ('revenue-to-output', 'ratio', 'revenue', 'output')
), tops AS (
    SELECT pairs.name, pairs.unit AS per, pairs.below, f.* FROM figures AS f JOIN pairs ON pairs.above = f.indicator
    WHERE f.normal AND f.unit = 'CNY' AND f.period <> ''
        AND (f.kind = 'level' OR (f.kind = 'change' AND pairs.name = 'per-project'))
)
SELECT t.name, t.area, t.tier, CASE WHEN t.id IN (SELECT id FROM tier_totals) THEN '' ELSE t.town END, t.indicator,
    t.period, t.published, t.first, t.last, t.value / f.value, divide(t.ends, f.ends), t.per, [t.id, f.id],
    CASE WHEN t.name = 'per-project' AND z.least_size IS NOT NULL THEN ['selected_by_size'] ELSE [] END, t.id
FROM tops AS t JOIN figures AS f
    ON f.indicator = t.below AND f.normal AND divides(f.ends) AND f.area = t.area AND f.tier = t.tier
    AND f.town = t.town AND f.kind = t.kind
    AND (f.period = t.period OR (t.name = 'per-worker' AND f.first = f.last AND f.last = t.last))
LEFT JOIN least_sizes AS z ON z.area = t.area AND z.tier = t.tier AND z.source = t.source
QUALIFY row_number() OVER (PARTITION BY t.name, t.id ORDER BY f.period = t.period DESC, f.id DESC) = 1;

CREATE TABLE latest_ratios AS
SELECT *, array_to_string(list_filter([area, tier, town, slug(period)], lambda c: c <> ''), '-') AS slug FROM ratios
QUALIFY row_number() OVER (
    PARTITION BY name, indicator, area, tier, town, slug(period) ORDER BY published DESC, numerator DESC
) = 1;

INSERT INTO answers (id, value, ends, unit, observations, caveats)
SELECT
    CASE WHEN name = 'revenue-to-output' THEN name ELSE replace(indicator, '_', '-') || '-' || name END || '-' || slug,
    value, ends, unit, observations, list_concat(caveats, those([
        CASE WHEN tier = 'mixed' THEN 'sums_tiers' END, CASE WHEN last - first < 11 THEN 'part_of_year' END
    ]))
FROM latest_ratios;
INSERT INTO answers (id, value, verdict)
SELECT 'ratios-' || names.name, count(r.name), CASE WHEN count(r.name) > 0 THEN '' ELSE 'not_reported' END
FROM (SELECT unnest(['per-town', 'per-worker', 'per-project', 'revenue-to-output']) AS name) AS names
LEFT JOIN latest_ratios AS r USING (name)
GROUP BY names.name;
