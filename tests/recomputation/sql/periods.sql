-- Periods as months counted from the year nought (docs/decisions/periods.md): `2023`, `2024-H1`, `2024-Q1`,
-- `2024-08`, `2023-01/2023-05`, `2027/2029`, `../2023-07`. An open beginning, and a period that is not printed,
-- are NULL.
CREATE MACRO year_in(code) AS 12 * substr(code, 1, 4)::INTEGER;
CREATE MACRO begin_of(code) AS year_in(code) + CASE
    WHEN substr(code, 6, 1) = 'H' THEN 6 * (substr(code, 7)::INTEGER - 1)
    WHEN substr(code, 6, 1) = 'Q' THEN 3 * (substr(code, 7)::INTEGER - 1)
    WHEN length(code) = 7 THEN substr(code, 6)::INTEGER - 1
    ELSE 0
END;
CREATE MACRO end_of(code) AS begin_of(code) + CASE
    WHEN substr(code, 6, 1) = 'H' THEN 5
    WHEN substr(code, 6, 1) = 'Q' THEN 2
    WHEN length(code) = 7 THEN 0
    ELSE 11
END;
CREATE MACRO first_month(code) AS CASE
    WHEN code = '' OR code LIKE '../%' THEN NULL
    ELSE begin_of(split_part(code, '/', 1))
END;
CREATE MACRO last_month(code) AS CASE WHEN code = '' THEN NULL ELSE end_of(split_part(code, '/', -1)) END;
-- The year in which a month lies, and a date's month.
CREATE MACRO year_of(m) AS m // 12;
CREATE MACRO month_of(day) AS 12 * year(day) + month(day) - 1;
-- One calendar year.
CREATE MACRO is_year(a, z) AS coalesce(z - a = 11 AND a % 12 = 0, false);
-- A period as it stands in the id of a finding.
CREATE MACRO slug(code) AS trim(replace(lower(code), '/', '-'), '.-');
