-- How far revenue-to-output ratios lie apart: the widest gap of whole years between two cities whose revenue is
-- comparable, and the widest move between two periods of the same towns. Higher ratio minus lower, with the
-- interval of the difference.
CREATE TABLE shares AS
SELECT *, row_number() OVER (ORDER BY area, tier, town, period) AS nth FROM latest_ratios
WHERE name = 'revenue-to-output' AND isfinite(ends.high);
CREATE TABLE differences AS
SELECT 'revenue-ratio-gap' AS id, a, b, p.reasons AS caveats, row_number() OVER (ORDER BY p.kind, p.area, p.other) AS nth
FROM allowed_pairs AS p JOIN shares AS a ON a.numerator = p.one JOIN shares AS b ON b.numerator = p.two
WHERE p.indicator = 'revenue' AND is_year(a.first, a.last) AND is_year(b.first, b.last)
UNION ALL
SELECT 'revenue-ratio-move', a, b,
    CASE WHEN is_year(a.first, a.last) AND is_year(b.first, b.last) THEN [] ELSE ['seasonality'] END, row_number() OVER (ORDER BY a.nth, b.nth)
FROM shares AS a JOIN shares AS b ON a.area = b.area AND a.tier = b.tier AND a.town = b.town AND a.nth < b.nth;

INSERT INTO answers (id, value, ends, unit, verdict, observations, caveats)
WITH widest AS (
    SELECT id, caveats, CASE WHEN a.value >= b.value THEN a ELSE b END AS hi,
        CASE WHEN a.value >= b.value THEN b ELSE a END AS lo
    FROM differences
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY abs(a.value - b.value) DESC, nth) = 1
)
SELECT id, hi.value - lo.value, minus(hi.ends, lo.ends), 'pp',
    side(minus(hi.ends, lo.ends), 0, 'above', 'below', 'fragile'),
    list_concat(hi.observations, lo.observations), caveats
FROM widest;
INSERT INTO answers (id, unit, verdict)
SELECT id, 'pp', 'not_reported' FROM (SELECT unnest(['revenue-ratio-gap', 'revenue-ratio-move']) AS id)
WHERE id NOT IN (SELECT id FROM differences);
