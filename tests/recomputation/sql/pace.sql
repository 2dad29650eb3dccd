-- A part of a year from January on as a share of the whole year before, for output and revenue of the same series,
-- against the share of the months, which seasonality alone may explain. Where the numbers of towns behind the two may
-- differ, that is a caveat too.
CREATE TABLE paces AS
SELECT p.id, y.id AS base, p.value / y.value AS value, divide(p.ends, y.ends) AS ends,
    side(divide(p.ends, y.ends), p.months / 12, 'above', 'below', 'fragile') AS verdict,
    those(['seasonality', CASE
        WHEN p.town <> '' OR (part_towns.id IS NULL AND year_towns.id IS NULL) THEN NULL
        WHEN coalesce(part_towns.ends, year_towns.ends) = coalesce(year_towns.ends, part_towns.ends)
            AND coalesce(part_towns.ends.low, year_towns.ends.low) = coalesce(part_towns.ends.high, year_towns.ends.high)
            THEN NULL
        ELSE 'town_numbers_differ'
    END]) AS caveats
FROM figures AS p JOIN figures AS y
    ON y.area = p.area AND y.tier = p.tier AND y.town = p.town AND y.indicator = p.indicator AND y.unit = p.unit
    AND y.normal = p.normal AND y.kind = 'level' AND is_year(y.first, y.last) AND year_of(y.last) = year_of(p.last) - 1
LEFT JOIN towns_behind AS part_towns ON part_towns.id = p.id
LEFT JOIN towns_behind AS year_towns ON year_towns.id = y.id
WHERE p.kind = 'level' AND p.indicator IN ('output', 'revenue') AND p.first % 12 = 0 AND p.months < 12
    AND divides(y.ends)
QUALIFY row_number() OVER (PARTITION BY p.id ORDER BY y.id) = 1;

INSERT INTO answers (id, value, ends, unit, verdict, observations, caveats)
SELECT 'pace-' || id, value, ends, 'ratio', verdict, [id, base], caveats FROM paces;
INSERT INTO answers (id, value, verdict)
SELECT 'paces', count(*), CASE WHEN count(*) > 0 THEN '' ELSE 'not_reported' END FROM paces;
INSERT INTO answers (id, value) SELECT 'paces-below', count(*) FILTER (verdict = 'below') FROM paces;
