-- Mean output per town of a tier and whole year against the thresholds that bind it: those in money, for sectors,
-- of the same tier, set by the same area or one above, from the period of the rule until a newer one of the same
-- rule and area. Another area's rule does not bind.
CREATE TABLE bound_means AS
WITH means AS (
    SELECT * FROM latest_ratios WHERE name = 'per-town' AND indicator = 'output' AND is_year(first, last)
), rules AS (
    SELECT f.*, coalesce(f.first, 0) AS since, CASE WHEN f.period = '' THEN 0 ELSE f.last END AS newest
    FROM figures AS f JOIN code_indicators AS i ON i.code = f.indicator
    WHERE f.kind = 'threshold' AND f.unit = 'CNY' AND i.sectors <> ''
), binding AS (
    SELECT m.area, m.tier, m.period, r.id AS rule, r.value AS least
    FROM means AS m
    JOIN inside ON inside.area = m.area
    JOIN rules AS r ON r.area = inside.above AND r.tier = m.tier AND r.since <= m.last
    QUALIFY row_number() OVER (
        PARTITION BY m.area, m.tier, m.period, r.indicator, r.area ORDER BY r.newest DESC, r.id DESC
    ) = 1
)
SELECT m.area, m.tier, m.period, m.value, m.ends, m.observations, b.rule, b.least,
    CASE WHEN b.rule IS NULL THEN 'no_target' ELSE side(m.ends, b.least, 'above', 'below', 'fragile') END AS verdict
FROM means AS m LEFT JOIN binding AS b USING (area, tier, period);

INSERT INTO answers (id, value, ends, verdict, observations, caveats)
SELECT 'mean-against-' || coalesce(rule, 'none') || '-' || area || '-' || tier || '-' || period,
    value / least, CASE WHEN rule IS NOT NULL THEN divide(ends, point(least)) END, verdict,
    CASE WHEN rule IS NULL THEN observations ELSE list_append(observations, rule) END, ['mean_hides_towns']
FROM bound_means;
INSERT INTO answers (id, value, verdict)
SELECT 'thresholds-tested', count(rule), CASE WHEN count(rule) > 0 THEN '' ELSE 'not_reported' END FROM bound_means;
INSERT INTO answers (id, value) SELECT 'thresholds-above', count(*) FILTER (verdict = 'above') FROM bound_means;
INSERT INTO answers (id, value)
SELECT 'thresholds-means', count(DISTINCT (area, tier, period)) FILTER (rule IS NOT NULL) FROM bound_means;
