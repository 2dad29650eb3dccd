-- The sectors of the named provincial and municipal towns by city, in cities with five names or more, with
-- Wilson's intervals for 95 per cent (Wilson, 1927; methods, "Tiers and names") and Goodman's, which hold for all
-- sectors of a city at once (Goodman, 1965).
CREATE MACRO z() AS 1.959963984540054;  -- the normal distribution's quantile at 0.975
CREATE MACRO middle(x, n) AS (x + z() * z() / 2) / (n + z() * z());
CREATE MACRO reach(x, n) AS z() / (n + z() * z()) * sqrt(x * (n - x) / n + z() * z() / 4);
CREATE MACRO wilson(x, n) AS span(middle(x, n) - reach(x, n), middle(x, n) + reach(x, n));
-- Goodman's quantile is of chi-squared with one degree of freedom, at one less a twentieth over the four sectors.
CREATE MACRO c() AS 6.238532636909544;
CREATE MACRO spread(x, n) AS sqrt(c() * (c() + 4 * x * (n - x) / n));
CREATE MACRO goodman(x, n) AS span(
    (c() + 2 * x - spread(x, n)) / (2 * (n + c())), (c() + 2 * x + spread(x, n)) / (2 * (n + c()))
);

CREATE TABLE sector_mix AS
WITH counts AS (
    SELECT areas.area, s.code AS sector, s.place, count(n.town) AS towns, all_of(n.town) AS names
    FROM (SELECT DISTINCT area FROM named WHERE tier IN ('provincial', 'municipal')) AS areas
    CROSS JOIN code_sectors AS s
    LEFT JOIN named AS n
        ON n.area = areas.area AND n.sector = s.code AND n.tier IN ('provincial', 'municipal')
    GROUP BY areas.area, s.code, s.place
)
SELECT *, sum(towns) OVER (PARTITION BY area) AS total FROM counts
QUALIFY total >= 5;

-- The names of a city are complete where all of a printed number are named, and none of a tier without a number.
CREATE TABLE complete_names AS
SELECT area FROM naming WHERE tier IN ('provincial', 'municipal') AND (printed OR n > 0)
GROUP BY area HAVING bool_and(known AND least >= ends.high);
CREATE MACRO names_caveat(place) AS CASE
    WHEN place IN (SELECT area FROM complete_names) THEN ['names_complete'] ELSE ['names_not_sampled']
END;
INSERT INTO answers (id, value, ends, unit, towns, caveats)
SELECT 'sector-share-' || area || '-' || sector, towns / total, wilson(towns, total), 'ratio', names, names_caveat(area)
FROM sector_mix;
INSERT INTO answers (id, value, unit, towns)
SELECT 'sector-towns-' || area || '-' || sector, towns, 'towns', names FROM sector_mix
UNION ALL
SELECT 'sector-towns-' || area, sum(towns), 'towns', flatten(list(names)) FROM sector_mix GROUP BY area;
-- The most frequent sector; of several, the first in the codelist.
INSERT INTO answers (id, value, ends, unit, caveats)
SELECT 'sector-largest-' || area, towns / total, wilson(towns, total), 'ratio', names_caveat(area) FROM sector_mix
QUALIFY row_number() OVER (PARTITION BY area ORDER BY towns DESC, place) = 1;
INSERT INTO answers (id, value, unit, towns)
SELECT 'sector-towns', coalesce(sum(towns), 0), 'towns', coalesce(flatten(list(names)), []) FROM sector_mix;

INSERT INTO answers (id, value, unit) VALUES ('sector-draws', 9999, 'number'), ('sector-minimum', 5, 'towns'),
    ('sector-level', 0.95, 'ratio');

-- Whether cities differ: the test of Freeman and Halton (1951), exactly. Given the sums of rows and columns, a
-- table has the probability prod(row!) prod(column!) / (n! prod(cell!)); p is the sum over all tables that are no
-- likelier than the one observed, which are those whose sum of ln(cell!) is no smaller. It is asked of the towns as
-- they are classed, of every way to class one of them otherwise, and of the named towns of these cities in all tiers.
CREATE MACRO weight(cells) AS list_sum(list_transform(cells, lambda c: lgamma(c + 1)));
CREATE TABLE asked AS
WITH classed AS (SELECT area, place, towns::BIGINT AS towns FROM sector_mix),
moves AS (
    SELECT f.area, f.place AS source, t.place AS target, f.towns AS ways
    FROM classed AS f JOIN classed AS t ON t.area = f.area AND t.place <> f.place WHERE f.towns > 0
), every AS (
    SELECT c.area, c.place, count(n.town) AS towns
    FROM sector_mix AS c LEFT JOIN named AS n ON n.area = c.area AND n.sector = c.sector GROUP BY c.area, c.place
), cells AS (
    SELECT 'classed' AS test, 0 AS ways, area, place, towns FROM classed
    UNION ALL SELECT 'every-tier', 0, area, place, towns FROM every
    UNION ALL
    SELECT concat_ws(' ', m.area, source, target), ways, c.area, place,
        towns + CASE WHEN c.area <> m.area THEN 0 WHEN place = target THEN 1 WHEN place = source THEN -1 ELSE 0 END
    FROM moves AS m CROSS JOIN classed AS c
), lines AS (
    SELECT test, ways, area, list(towns ORDER BY place) AS cells, sum(towns) AS total FROM cells GROUP BY ALL
), sums AS (
    SELECT test, sum(towns)::BIGINT AS towns FROM cells GROUP BY test, place
)
SELECT test, any_value(ways) AS ways, count(*) AS areas, sum(weight(cells)) AS weight,
    list(total::INTEGER ORDER BY total) AS row_sums,
    (SELECT list(towns ORDER BY towns) FROM sums WHERE sums.test = lines.test) AS column_sums
FROM lines GROUP BY test;
-- The tables of the same sums are the same ones. They are laid row by row; what remains of the columns and the sum
-- so far is all that a partial table is known by, with the number of tables that lead to it. What remains for the last
-- row, the longest, is that row.
CREATE TABLE sector_sums AS
SELECT row_number() OVER () AS margin, * FROM (
    SELECT DISTINCT row_sums, column_sums FROM asked
    WHERE len(row_sums) >= 2 AND len(list_filter(column_sums, lambda c: c > 0)) >= 2
);
CREATE TABLE layings AS
WITH RECURSIVE lay AS (
    SELECT margin, nth, []::BIGINT[] AS cells, row_sums[nth] AS rest, column_sums
    FROM sector_sums, range(1, len(row_sums)) AS r(nth)
    UNION ALL
    SELECT margin, nth, list_append(cells, c), (rest - c)::INTEGER, column_sums
    FROM lay, range(0, rest + 1) AS r(c)
    WHERE len(cells) < len(column_sums) AND c <= column_sums[len(cells) + 1]
)
SELECT margin, nth, cells, weight(cells) AS weight FROM lay WHERE rest = 0 AND len(cells) = len(column_sums);
CREATE TABLE tables AS
WITH RECURSIVE laid AS (
    SELECT margin, 0::BIGINT AS nth, column_sums AS rest, 0::DOUBLE AS weight, 1::DOUBLE AS ways FROM sector_sums
    UNION ALL
    SELECT margin, nth, rest, weight, sum(ways)
    FROM (
        SELECT t.margin, l.nth, list_transform(list_zip(t.rest, l.cells), lambda p: p[1] - p[2]) AS rest,
            round(t.weight + l.weight, 9) AS weight, t.ways
        FROM laid AS t JOIN layings AS l ON l.margin = t.margin AND l.nth = t.nth + 1
    )
    WHERE list_min(rest) >= 0
    GROUP BY margin, nth, rest, weight
)
SELECT margin, laid.weight + weight(rest) AS weight, ways FROM laid JOIN sector_sums USING (margin)
WHERE nth = len(row_sums) - 1;
CREATE TABLE tested AS
SELECT a.test, any_value(a.ways) AS ways, sum(t.ways * exp(
        list_sum(list_transform(m.row_sums, lambda c: lgamma(c + 1))) + weight(m.column_sums)
        - lgamma(list_sum(m.row_sums) + 1) - t.weight
    )) AS p
FROM asked AS a JOIN sector_sums AS m USING (row_sums, column_sums) JOIN tables AS t USING (margin)
WHERE t.weight >= a.weight - 1e-6
GROUP BY a.test;
-- The test as the towns are classed, and the way to class one otherwise that speaks most for the other answer. A
-- simulation can be off by five standard errors and its interval reaches two further: what lies that near to the level
-- may turn or not.
CREATE MACRO off(p, errors) AS errors * sqrt(p * (1 - p) / 9999) + 1e-4;
CREATE TABLE verdicts AS
WITH classed AS (SELECT p, p < 0.05 AS rejects FROM tested WHERE test = 'classed'),
ways AS (SELECT tested.p, ways, CASE WHEN rejects THEN 1 ELSE -1 END * (tested.p - 0.05) AS past, rejects
    FROM tested, classed WHERE ways > 0)
SELECT any_value(classed.p) AS p, any_value(classed.rejects) AS rejects, arg_max(ways.p, past) AS farthest,
    sum(ways) AS ways, coalesce(sum(ways) FILTER (past > 0), 0) AS turned,
    coalesce(sum(ways) FILTER (past > off(ways.p, 5)), 0) AS surely,
    coalesce(sum(ways) FILTER (past > -off(ways.p, 7)), 0) AS perhaps
FROM ways, classed HAVING count(*) > 0;
INSERT INTO answers (id, value, ends, verdict, caveats)
WITH every AS (SELECT p FROM tested WHERE test = 'every-tier'),
caveat AS (SELECT CASE
    WHEN (SELECT count(*) FROM sector_mix WHERE area NOT IN (FROM complete_names)) = 0
    THEN ['names_complete'] ELSE ['names_not_sampled'] END AS caveats)
SELECT 'sector-test', p, span(surely, perhaps), CASE WHEN turned > 0 THEN 'fragile' WHEN rejects THEN 'detected' ELSE 'not_detected' END, caveats
FROM verdicts, caveat
UNION ALL
SELECT 'sector-reclassed', farthest, span(surely, perhaps),
    CASE WHEN rejects = (turned > 0) THEN 'not_detected' ELSE 'detected' END, caveats FROM verdicts, caveat
UNION ALL
SELECT 'sector-test-every-tier', p, NULL, CASE WHEN p < 0.05 THEN 'detected' ELSE 'not_detected' END, caveats FROM every, caveat
WHERE EXISTS (FROM verdicts);
INSERT INTO answers (id, value, ends) SELECT 'sector-reclassings', ways, NULL FROM verdicts
UNION ALL SELECT 'sector-reclassings-turned', turned, span(surely, perhaps) FROM verdicts;
INSERT INTO answers (id, value, unit, towns)
SELECT 'sector-towns-every-tier', count(*), 'towns', list(town) FROM named
WHERE area IN (SELECT area FROM sector_mix) AND EXISTS (FROM verdicts) HAVING count(*) > 0;
INSERT INTO answers (id, verdict)
SELECT unnest(['sector-test', 'sector-reclassed']), CASE
    WHEN (SELECT count(DISTINCT area) FROM sector_mix) < 2 THEN 'too_few' ELSE 'not_known'
END
WHERE NOT EXISTS (FROM verdicts);
