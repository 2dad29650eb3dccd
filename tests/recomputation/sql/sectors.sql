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

INSERT INTO answers (id, value, ends, unit, towns, caveats)
SELECT 'sector-share-' || area || '-' || sector, towns / total, wilson(towns, total), 'ratio', names, ['names_not_sampled']
FROM sector_mix;
INSERT INTO answers (id, value, unit, towns)
SELECT 'sector-towns-' || area || '-' || sector, towns, 'towns', names FROM sector_mix
UNION ALL
SELECT 'sector-towns-' || area, sum(towns), 'towns', flatten(list(names)) FROM sector_mix GROUP BY area;
-- The most frequent sector; of several, the first in the codelist.
INSERT INTO answers (id, value, ends, unit, caveats)
SELECT 'sector-largest-' || area, towns / total, wilson(towns, total), 'ratio', ['names_not_sampled'] FROM sector_mix
QUALIFY row_number() OVER (PARTITION BY area ORDER BY towns DESC, place) = 1;
INSERT INTO answers (id, value, unit, towns)
SELECT 'sector-towns', coalesce(sum(towns), 0), 'towns', coalesce(flatten(list(names)), []) FROM sector_mix;

-- Whether cities differ: the test of Freeman and Halton (1951), exactly. Given the sums of rows and columns, a
-- table has the probability prod(row!) prod(column!) / (n! prod(cell!)); p is the sum over all tables that are no
-- likelier than the one observed, which are those whose sum of ln(cell!) is no smaller. The tables are laid row by
-- row; what remains of the columns and the sum so far is all that a partial table is known by, with the number of
-- tables that lead to it.
CREATE TABLE sector_rows AS
SELECT list(towns ORDER BY place) AS cells, sum(towns)::INTEGER AS total, row_number() OVER (ORDER BY area) AS nth
FROM sector_mix GROUP BY area;
CREATE TABLE column_sums AS
SELECT list(towns ORDER BY place) AS cells
FROM (SELECT place, sum(towns)::BIGINT AS towns FROM sector_mix GROUP BY place);
CREATE MACRO weight(cells) AS list_sum(list_transform(cells, lambda c: lgamma(c + 1)));
-- All ways to lay a row's total into the columns.
CREATE TABLE layings AS
WITH RECURSIVE lay AS (
    SELECT nth, []::BIGINT[] AS cells, total AS rest FROM sector_rows
    UNION ALL
    SELECT nth, list_append(cells, c), (rest - c)::INTEGER
    FROM lay, range(0, rest + 1) AS r(c)
    WHERE len(cells) < (SELECT len(cells) FROM column_sums)
        AND c <= (SELECT cells FROM column_sums)[len(lay.cells) + 1]
)
SELECT nth, cells, weight(cells) AS weight FROM lay
WHERE rest = 0 AND len(cells) = (SELECT len(cells) FROM column_sums);
CREATE TABLE tables AS
WITH RECURSIVE laid AS (
    SELECT 0::BIGINT AS nth, cells AS rest, 0::DOUBLE AS weight, 1::DOUBLE AS ways FROM column_sums
    UNION ALL
    SELECT nth, rest, weight, sum(ways)
    FROM (
        SELECT l.nth, list_transform(list_zip(t.rest, l.cells), lambda p: p[1] - p[2]) AS rest,
            round(t.weight + l.weight, 9) AS weight, t.ways
        FROM laid AS t JOIN layings AS l ON l.nth = t.nth + 1
    )
    WHERE list_min(rest) >= 0
    GROUP BY nth, rest, weight
)
SELECT weight, ways FROM laid WHERE nth = (SELECT max(nth) FROM sector_rows);
INSERT INTO answers (id, value, verdict, caveats)
WITH seen AS (
    SELECT count(*) AS areas,
        (SELECT count(*) FROM (SELECT unnest(cells) AS c FROM column_sums) WHERE c > 0) AS sectors,
        sum(weight(cells)) AS weight
    FROM sector_rows
), chances AS (
    SELECT tables.weight, ways * exp(
        (SELECT sum(lgamma(total + 1)) FROM sector_rows) + (SELECT weight(cells) FROM column_sums)
        - (SELECT lgamma(sum(total) + 1) FROM sector_rows) - tables.weight
    ) AS p
    FROM tables
)
SELECT 'sector-test',
    CASE WHEN areas >= 2 AND sectors >= 2
        THEN (SELECT sum(p) FROM chances WHERE chances.weight >= seen.weight - 1e-6) END,
    CASE WHEN areas < 2 THEN 'too_few' WHEN sectors < 2 THEN 'not_known' ELSE 'by the interval' END,
    CASE WHEN areas >= 2 AND sectors >= 2 THEN ['names_not_sampled'] ELSE [] END
FROM seen;
