-- Which areas lie in which: each area in itself (distance 0) and in all that stand above it, the nearest first.
CREATE TABLE inside AS
WITH RECURSIVE up AS (
    SELECT code AS area, code AS above, 0 AS distance FROM code_areas
    UNION ALL
    SELECT up.area, code_areas.parent, up.distance + 1
    FROM up JOIN code_areas ON code_areas.code = up.above
    WHERE code_areas.parent <> ''
)
SELECT * FROM up;
-- The city of a county; a city or province is its own.
CREATE VIEW city_of AS
SELECT code AS area, CASE WHEN level = 'county' THEN parent ELSE code END AS city, level FROM code_areas;
