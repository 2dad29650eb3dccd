-- Plans for what a period should bring, other than growth and the number of towns, against what is printed of that
-- very period. A stock may also be printed as of the period's last month. A change is the outturn only of what is
-- an addition or a flow: eighteen new enterprises are not set against a plan to have three hundred.
CREATE TABLE plans AS
WITH targets AS (
    SELECT f.*, f.unit IN ('CNY', 'events') AS is_flow
    FROM figures AS f JOIN code_indicators AS i ON i.code = f.indicator
    WHERE f.kind = 'target' AND f.indicator <> 'towns' AND f.period <> '' AND NOT contains(f.period, '/')
        AND NOT (f.unit = 'ratio' AND i.unit <> 'ratio')
), outturns AS (
    SELECT t.id, o.id AS outturn, judged(o.ends, t) AS verdict
    FROM targets AS t JOIN figures AS o
        ON o.area = t.area AND o.tier = t.tier AND o.town = t.town AND o.indicator = t.indicator AND o.unit = t.unit
        AND o.normal = t.normal
    WHERE (o.kind IN ('level', 'share') OR (o.kind = 'change' AND (t.is_flow OR t.indicator = 'towns_added')))
        AND (o.period = t.period OR (NOT t.is_flow AND o.kind <> 'change' AND o.months = 1 AND o.last = t.last))
    QUALIFY row_number() OVER (PARTITION BY t.id ORDER BY o.kind = 'level' DESC, o.kind = 'share' DESC, o.id DESC) = 1
)
SELECT t.id, t.unit, o.outturn,
    CASE WHEN o.outturn IS NOT NULL THEN o.verdict WHEN is_over(t.last) THEN 'not_reported' ELSE 'open' END AS verdict
FROM targets AS t LEFT JOIN outturns AS o USING (id);

INSERT INTO answers (id, unit, verdict, observations)
SELECT 'plan-' || id, unit, verdict, those([id, outturn]) FROM plans;
INSERT INTO answers (id, value) SELECT 'year-plans', count(*) FROM plans;
INSERT INTO answers (id, value)
SELECT 'year-plans-' || replace(name, '_', '-'), count(t.id)
FROM (SELECT unnest(['met', 'open', 'not_reported']) AS name UNION SELECT verdict FROM plans) AS names
LEFT JOIN plans AS t ON t.verdict = names.name
GROUP BY name;
