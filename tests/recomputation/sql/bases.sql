-- The level of the same period of the year before that a level and its growth imply: level / (1 + growth). Both
-- must be printed of the same figure and period. A fall that may reach all of it implies nothing.
INSERT INTO answers (id, value, ends, unit, observations)
SELECT 'base-' || g.id, l.value / (1 + g.value), divide(l.ends, span(1 + g.ends.low, 1 + g.ends.high)), l.unit,
    [l.id, g.id]
FROM figures AS g JOIN figures AS l
    ON l.kind = 'level' AND l.area = g.area AND l.tier = g.tier AND l.town = g.town AND l.indicator = g.indicator
    AND l.period = g.period AND l.normal = g.normal
WHERE g.kind = 'growth' AND g.period <> '' AND g.ends.low > -1
QUALIFY row_number() OVER (PARTITION BY g.id ORDER BY l.id DESC) = 1;
