-- Goals in money that lie years ahead (several years, or begun after the year of publication): the even yearly
-- growth that each would need, (goal / base) ^ (1 / years) - 1, for each year in which it could end
-- (docs/decisions/periods.md). The base is the latest level of a whole year, of the same indicator, else of output
-- for comprehensive output.
CREATE TABLE paths AS
WITH goals AS (
    SELECT *, coalesce(year_of(first), year_of(last)) AS earliest, year_of(last) AS latest FROM figures
    WHERE kind = 'target' AND unit = 'CNY' AND period <> ''
), based AS (
    SELECT g.id, g.value, g.ends, g.published, g.earliest, g.latest, b.id AS base, b.value AS base_value,
        b.ends AS base_ends,
        CASE WHEN b.indicator = g.indicator THEN [] ELSE ['definition_gap'] END AS caveats, year_of(b.last) AS start
    FROM goals AS g JOIN figures AS b ON b.area = g.area AND b.tier = g.tier AND b.town = g.town
        AND (b.indicator = g.indicator OR (g.indicator = 'comprehensive_output' AND b.indicator = 'output'))
    WHERE b.normal AND b.kind = 'level' AND b.unit = 'CNY' AND is_year(b.first, b.last) AND divides(b.ends)
        AND (g.earliest < g.latest OR g.earliest > year(g.published))
    QUALIFY row_number() OVER (PARTITION BY g.id ORDER BY b.indicator = g.indicator DESC, b.last DESC, b.id) = 1
), years AS (
    SELECT *, unnest(range(greatest(earliest, start + 1), latest + 1)) AS y FROM based
)
SELECT *, pow(value / base_value, 1.0 / (y - start)) - 1 AS growth,
    minus(root(divide(ends, base_ends), y - start), point(1)) AS growth_ends
FROM years;

INSERT INTO answers (id, value, ends, unit, observations, caveats)
SELECT 'path-' || id || '-' || y, growth, growth_ends, 'ratio_per_year', [id, base], caveats FROM paths;

-- The goal published last: for its latest possible year, with the interval over all of its years.
CREATE TABLE own AS
SELECT * FROM paths WHERE id = (SELECT id FROM paths ORDER BY published DESC, id DESC LIMIT 1);
INSERT INTO answers (id, value, ends, unit, verdict, observations, caveats)
SELECT 'goal-growth', arg_max(growth, y), span(min(growth_ends.low), max(growth_ends.high)), 'ratio_per_year',
    CASE WHEN max(growth_ends.high) <= 0 THEN 'met' ELSE '' END, [any_value(id), any_value(base)], any_value(caveats)
FROM own HAVING count(*) > 0;
INSERT INTO answers (id, value, ends, unit, observations, caveats)
(SELECT 'goal-growth-slowest', growth, growth_ends, 'ratio_per_year', [id, base], caveats FROM own ORDER BY y DESC LIMIT 1)
UNION ALL (
    SELECT 'goal-growth-fastest', growth, growth_ends, 'ratio_per_year', [id, base], caveats FROM own ORDER BY y LIMIT 1
)
UNION ALL (SELECT 'goal-value', value, ends, 'CNY', [id], [] FROM own LIMIT 1)
UNION ALL (SELECT 'goal-base', base_value, base_ends, 'CNY', [base], [] FROM own LIMIT 1);
INSERT INTO answers (id, unit, verdict)
SELECT 'goal-growth', 'ratio_per_year', 'not_reported' WHERE (SELECT count(*) FROM own) = 0;
