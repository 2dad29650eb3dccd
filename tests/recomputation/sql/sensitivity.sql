-- What a comparison of means per town is worth: the yearly growth with which the city of the earlier year would
-- have drawn level. Not reversed where the whole ratio lies above one and the break-even lies above any growth of the
-- indicator that the edition prints (below any, where the higher mean is of the earlier year); fragile also where
-- none is printed.
CREATE TABLE compared AS
WITH means AS (SELECT * FROM latest_ratios WHERE name = 'per-town'),
sides AS (
    SELECT p.indicator, p.kind, p.family, p.place, p.area AS first_area, p.other AS second_area, p.reasons,
        CASE WHEN a.value >= b.value THEN a ELSE b END AS hi, CASE WHEN a.value >= b.value THEN b ELSE a END AS lo
    FROM allowed_pairs AS p JOIN means AS a ON a.numerator = p.one JOIN means AS b ON b.numerator = p.two
    WHERE a.ends.low > 0 AND b.ends.low > 0
), ratios_ AS (
    SELECT *, hi.value / lo.value AS ratio, divide(hi.ends, lo.ends) AS ratio_ends,
        year_of(hi.last) - year_of(lo.last) AS years
    FROM sides
), printed AS (
    SELECT indicator, max(ends.high) AS highest, min(ends.low) AS lowest FROM figures
    WHERE kind = 'growth' AND normal GROUP BY indicator
), evens AS (
    SELECT r.*, p.highest, p.lowest,
        CASE WHEN years <> 0 THEN pow(ratio, 1.0 / years) - 1 END AS even,
        CASE WHEN years <> 0 THEN minus(root(ratio_ends, years), point(1)) END AS even_ends
    FROM ratios_ AS r LEFT JOIN printed AS p USING (indicator)
)
SELECT *, hi.indicator || '-' || hi.area || '-' || lo.area AS slug,
    list_concat(hi.observations, lo.observations) AS observations,
    CASE
        WHEN side(ratio_ends, 1, 'above', '', '') <> 'above' THEN 'fragile'
        WHEN years = 0 THEN 'robust'
        WHEN years > 0 AND even_ends.low > highest THEN 'not_reversed'
        WHEN years < 0 AND even_ends.high < lowest THEN 'not_reversed'
        ELSE 'fragile'
    END AS verdict,
    row_number() OVER (ORDER BY place, kind, family, first_area, second_area) AS nth
FROM evens;

INSERT INTO answers (id, value, ends, verdict, observations, caveats)
SELECT 'compare-' || slug, ratio, ratio_ends, verdict, observations, reasons FROM compared
UNION ALL
SELECT 'headline-comparison', ratio, ratio_ends, verdict, observations, reasons FROM compared WHERE nth = 1;
INSERT INTO answers (id, value, ends, unit, verdict, observations)
SELECT 'break-even-' || slug, even, even_ends, 'ratio_per_year', verdict, observations FROM compared WHERE years <> 0
UNION ALL
SELECT 'headline-break-even', even, even_ends, 'ratio_per_year', verdict, observations FROM compared
WHERE nth = 1 AND years <> 0;
INSERT INTO answers (id, verdict)
SELECT 'headline-break-even', 'not_known' FROM compared WHERE nth = 1 AND years = 0
UNION ALL
SELECT unnest(['headline-comparison', 'headline-break-even']), 'not_reported' WHERE (SELECT count(*) FROM compared) = 0;
-- The printed growth that comes nearest to reversing the leading comparison.
INSERT INTO answers (id, value, ends, unit, observations)
SELECT 'headline-growth-held', f.value, f.ends, 'ratio', [f.id]
FROM compared AS c JOIN figures AS f ON f.indicator = c.indicator AND f.kind = 'growth' AND f.normal
WHERE nth = 1 AND years <> 0
ORDER BY CASE WHEN years > 0 THEN -f.ends.high ELSE f.ends.low END, f.id LIMIT 1;
