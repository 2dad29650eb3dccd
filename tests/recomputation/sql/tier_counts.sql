-- The number of towns by tier and area, as last printed; not reported is never zero (DESIGN, data contract).
CREATE TABLE certified AS SELECT unnest(['provincial', 'municipal', 'county']) AS tier;
CREATE TABLE tier_counts AS
WITH counted AS (
    SELECT DISTINCT area FROM rows JOIN city_of USING (area) WHERE level = 'province'
    UNION
    SELECT area FROM cities
)
SELECT area, tier, s.id, s.value, s.ends, s.period, s.last, s.id IS NOT NULL AS printed
FROM counted CROSS JOIN certified LEFT JOIN latest_states AS s USING (area, tier);

INSERT INTO answers (id, value, ends, unit, verdict, observations)
SELECT 'towns-' || area || '-' || tier, value, ends, 'towns',
    CASE WHEN printed THEN '' ELSE 'not_reported' END, CASE WHEN printed THEN [id] ELSE [] END
FROM tier_counts;

-- Which areas print a count for every tier, and which for some.
CREATE TABLE printed_tiers AS
SELECT area, count(*) AS tiers, count(id) AS known, bool_or(level = 'city') AS is_city
FROM tier_counts JOIN city_of USING (area) GROUP BY area;
INSERT INTO answers (id, value, verdict)
SELECT 'tiers-complete', count(*) FILTER (known = tiers), CASE
    WHEN count(*) FILTER (known = tiers) > 0 THEN 'complete'
    WHEN count(*) FILTER (known > 0) > 0 THEN 'partial'
    ELSE 'not_reported'
END
FROM printed_tiers;
INSERT INTO answers (id, value) 
SELECT 'tiers-partial', count(*) FILTER (known BETWEEN 1 AND tiers - 1) FROM printed_tiers;
INSERT INTO answers (id, value) SELECT 'tier-counts-missing', count(*) FILTER (NOT printed) FROM tier_counts;
INSERT INTO answers (id, value) SELECT 'tier-counts', count(*) FROM tier_counts;

-- The area that prints most tiers, cities before provinces, then the lowest code; what it prints, and the sum of
-- it.
CREATE TABLE fullest AS
SELECT area FROM printed_tiers WHERE known > 0 ORDER BY known DESC, is_city DESC, area LIMIT 1;
INSERT INTO answers (id, value, ends, unit, verdict, observations, caveats)
SELECT 'fullest', sum(value), span(sum(ends.low), sum(ends.high)), 'towns',
    CASE WHEN bool_and(printed) THEN 'complete' ELSE 'partial' END, all_of(id),
    CASE WHEN count(DISTINCT period) > 1 THEN ['dates_differ'] ELSE [] END
FROM tier_counts JOIN fullest USING (area) HAVING count(*) > 0;
INSERT INTO answers (id, value, ends, unit, verdict, observations)
SELECT 'fullest-' || tier, value, ends, 'towns',
    CASE WHEN printed THEN '' ELSE 'not_reported' END, CASE WHEN printed THEN [id] ELSE [] END
FROM tier_counts JOIN fullest USING (area);
INSERT INTO answers (id, verdict) SELECT 'fullest', 'not_reported' WHERE (SELECT count(*) FROM fullest) = 0;
