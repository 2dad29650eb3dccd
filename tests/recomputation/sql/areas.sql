-- Which areas the edition speaks of: the province and the cities with a figure of their own or of a county in them.
CREATE TABLE placed_rows AS SELECT rows.*, city_of.city FROM rows JOIN city_of USING (area);

INSERT INTO answers (id, value) SELECT 'areas', count(DISTINCT city) FROM placed_rows;
-- Areas with a named town but no figure, and with a figure but no named town in them.
INSERT INTO answers (id, value)
SELECT 'areas-without-figure', count(DISTINCT city) FROM named JOIN city_of USING (area)
WHERE city NOT IN (SELECT city FROM placed_rows);
INSERT INTO answers (id, value)
SELECT 'areas-without-name', count(DISTINCT city) FROM placed_rows
WHERE city NOT IN (SELECT above FROM inside JOIN named USING (area));
INSERT INTO answers (id, value) SELECT 'cities', count(*) FROM cities;

INSERT INTO answers (id, value, unit, observations)
SELECT 'observations-' || city, count(*), 'observations', list(id) FROM placed_rows GROUP BY city;

-- Figures of a tier as a whole; a threshold is a rule and none of them (methods, "What is counted").
INSERT INTO answers (id, value, unit, observations)
SELECT 'tier-figures-' || city, count(t.id), 'observations', all_of(t.id)
FROM placed_rows AS r LEFT JOIN tier_totals AS t ON t.id = r.id AND r.kind <> 'threshold'
GROUP BY city;

-- Towns of the registry in the area; a province's are those of its cities too.
INSERT INTO answers (id, value, unit, towns)
SELECT 'named-' || city, count(named.town), 'towns', all_of(named.town)
FROM (SELECT DISTINCT city FROM placed_rows) AS cities_
LEFT JOIN (named JOIN inside ON inside.area = named.area) ON inside.above = city
GROUP BY city;
INSERT INTO answers (id, value, unit, towns)
SELECT 'named-' || city || '-' || coalesce(nullif(named.tier, ''), 'none'), count(*), 'towns', list(named.town)
FROM (SELECT DISTINCT city FROM placed_rows) AS cities_
JOIN inside ON inside.above = city JOIN named ON named.area = inside.area
GROUP BY city, named.tier;
