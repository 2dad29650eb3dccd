-- Targets for a number of towns against the latest state of the tier; of several for one horizon the one published
-- last.
CREATE TABLE count_targets AS
WITH targets AS (
    SELECT * FROM figures WHERE kind = 'target' AND indicator = 'towns' AND unit = 'towns' AND period <> ''
    QUALIFY row_number() OVER (PARTITION BY area, tier, period ORDER BY published DESC, id DESC) = 1
), in_time AS (  -- the last state that ends within the horizon
    SELECT t.id, judged(s.ends, t) AS verdict
    FROM targets AS t JOIN states AS s ON s.area = t.area AND s.tier = t.tier AND s.last <= t.last
    QUALIFY row_number() OVER (PARTITION BY t.id ORDER BY s.last DESC, s.published DESC, s.id DESC) = 1
), compared AS (
    SELECT t.id, t.area, t.tier, t.period, t.last AS until, s.id AS state, s.last AS since_last,
        coalesce(s.first, s.last) AS since_first,
        greatest(0, t.value - s.value) AS least,
        span(greatest(0, t.ends.low - s.ends.high), greatest(0, t.ends.high - s.ends.low)) AS needed,
        judged(s.ends, t) AS now, i.verdict AS before
    FROM targets AS t LEFT JOIN latest_states AS s USING (area, tier) LEFT JOIN in_time AS i ON i.id = t.id
), told AS (
    SELECT *, CASE
        WHEN state IS NULL THEN 'not_reported'
        -- A state after the horizon: it was met only where the last state within the horizon met it.
        WHEN since_last > until AND now <> 'missed' THEN CASE WHEN before = 'met' THEN 'met' ELSE 'not_known' END
        WHEN now <> 'missed' OR since_first >= until THEN now
        -- Not reached at a time before the end: open until then, and afterwards nobody knows.
        WHEN is_over(until) THEN 'not_known'
        ELSE 'open'
    END AS verdict
    FROM compared
)
SELECT *, state IS NOT NULL AND verdict IN ('met', 'open', 'fragile') AND since_last < until AS spread FROM told;

INSERT INTO answers (id, value, ends, unit, verdict, observations)
SELECT 'needed-' || area || '-' || tier || '-' || slug(period), CASE WHEN state IS NOT NULL THEN least END,
    CASE WHEN state IS NOT NULL THEN needed END, 'towns', verdict, those([id, state])
FROM count_targets;

-- Spread evenly over the months from the state to the end of the horizon; a state of some months may be of any of
-- them.
CREATE TABLE yearly AS
SELECT *,
    CASE WHEN spread THEN 12 * least / ((until - since_last + until - since_first) / 2) END AS a_year,
    CASE WHEN spread
        THEN span(12 * needed.low / (until - since_first), 12 * needed.high / (until - since_last)) END AS a_year_ends
FROM count_targets;
INSERT INTO answers (id, value, ends, unit, verdict, observations)
SELECT 'yearly-' || area || '-' || tier || '-' || slug(period), a_year, a_year_ends, 'towns_per_year', verdict,
    those([id, state])
FROM yearly;

INSERT INTO answers (id, value)
SELECT name, n FROM (
    SELECT count(*) AS "count-targets",
        count(*) FILTER (verdict <> 'not_reported') AS "count-targets-known"
    FROM count_targets
) UNPIVOT (n FOR name IN (COLUMNS(*)));
-- By verdict: those that pages ask for, and whichever else there is.
INSERT INTO answers (id, value)
SELECT 'count-targets-' || replace(name, '_', '-'), count(t.id)
FROM (SELECT unnest(['met', 'open', 'not_reported']) AS name UNION SELECT verdict FROM count_targets) AS names
LEFT JOIN count_targets AS t ON t.verdict = names.name
GROUP BY name;

-- The largest number of towns a year that a target whose horizon is not over still needs.
INSERT INTO answers (id, value, ends, unit, verdict, observations)
SELECT 'steepest-count-target', a_year, a_year_ends, 'towns_per_year', verdict, [id, state]
FROM yearly WHERE verdict IN ('open', 'fragile') AND a_year IS NOT NULL
ORDER BY a_year DESC, area, tier, id LIMIT 1;
INSERT INTO answers (id, unit, verdict)
SELECT 'steepest-count-target', 'towns_per_year',
    CASE WHEN count(*) > 0 AND bool_and(verdict = 'met') THEN 'met' ELSE 'not_reported' END
FROM yearly HAVING count(*) FILTER (verdict IN ('open', 'fragile') AND a_year IS NOT NULL) = 0;
