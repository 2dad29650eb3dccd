-- How wide a print is: the size of one unit of its last place, and whether it can be rounded at all
-- (docs/decisions/prints.md; methods, "Intervals"). Plain counts cannot: 42个 is 42. 10.68亿元 has the place 0.01 x
-- 10^8, 22% the place 0.01.

-- 1 to 9 for one Chinese digit, 0 for anything else.
CREATE MACRO digit(c) AS CASE WHEN c = '' THEN 0 ELSE strpos('一二三四五六七八九', translate(c, '两', '二')) END;
CREATE MACRO of_unit(n, unit, size) AS CASE
    WHEN strpos(n, unit) = 0 THEN 0
    ELSE size * greatest(1, digit(regexp_extract(n, '([一二两三四五六七八九])' || unit, 1)))
END;
-- A count in figures or, below ten thousand, in Chinese.
CREATE MACRO count_of(n) AS CASE
    WHEN regexp_full_match(n, '\d+') THEN n::DOUBLE
    ELSE of_unit(n, '千', 1000) + of_unit(n, '百', 100) + of_unit(n, '十', 10) + digit(right(n, 1))
END;
-- What the scales behind a number multiply it by: 千万 by ten million. None multiplies by one.
CREATE MACRO scale_of(s) AS
    CASE WHEN contains(s, '十') THEN 10.0 ELSE 1.0 END * CASE WHEN contains(s, '百') THEN 100 ELSE 1 END
    * CASE WHEN contains(s, '千') THEN 1000 ELSE 1 END * CASE WHEN contains(s, '万') THEN 10000 ELSE 1 END
    * CASE WHEN contains(s, '亿') THEN 100000000 ELSE 1 END;
CREATE MACRO decimals_of(n) AS length(regexp_extract(n, '\.(\d+)', 1));
-- What one printed unit is where it is a part of a whole, 1 where it is not.
CREATE MACRO part_of(unit) AS CASE
    WHEN unit = '' THEN 1
    WHEN unit = '‰' THEN 0.001
    WHEN unit = '成' THEN 0.1
    ELSE 0.01
END;

-- One writing of characters; without the words for "and more" inside a number (2100余万), and without gaps. 千 in 千瓦
-- is of the unit.
CREATE TABLE prints AS
WITH even AS (
    SELECT id, translate(printed, '億萬個兩餘點％０１２３４５６７８９．，', '亿万个两余点%0123456789.,') AS t
    FROM rows WHERE value IS NOT NULL
), plain AS (
    SELECT id, regexp_replace(regexp_replace(regexp_replace(replace(t, ',', ''), '\s+', '', 'g'),
        '([0-9一二两三四五六七八九十百千])[余多]([十百千万亿])', '\1\2', 'g'), '千([升克瓦米])', '\1', 'g') AS t
    FROM even
), cut AS (
    SELECT id, t,
        regexp_extract(t, '(\d[\d.]*(?:[十百千万亿]+(?:[\d.]+[百千万亿]*)*)?)(.*)', ['low', 'tail']) AS arabic,
        regexp_extract(t, '([零〇一二两三四五六七八九十百千万亿]+)(点[零〇一二三四五六七八九]+)?(.*)',
            ['low', 'decimals', 'tail']) AS chinese,
        regexp_extract(t, '每.*?(\d+|[一二两三四五六七八九十百千]+).*?有.*?(\d+|[一二两三四五六七八九十]+)', 1) AS each,
        regexp_extract(t, '(\d+|[一二两三四五六七八九十百千]+)分之(\d[\d.]*|[零一二两三四五六七八九十点]+)',
            ['whole', 'part']) AS parts
    FROM plain
), ends AS (
    SELECT *,
        -- the scale of the last part of the number, and of the further end of a range (3-5亿)
        regexp_extract(arabic.low, '[十百千万亿]+$') AS scale,
        regexp_extract(arabic.low, '[\d.]+(?:[十百千万亿]*)$') AS last_part,
        regexp_extract(arabic.tail, '^[^\d]{0,4}[-—–~～至到]\d[\d.]*([十百千万亿]*)', 1) AS far_scale,
        coalesce(
            nullif(regexp_extract(arabic.tail, '^(%|‰|个?百分点|成)', 1), ''),
            regexp_extract(arabic.tail, '^[^\d]{0,4}[-—–~～至到]\d[\d.]*(%|‰|个?百分点|成)', 1)
        ) AS arabic_unit,
        regexp_extract(chinese.tail, '^(?:\D{0,3}?[至到][零〇一二两三四五六七八九十百千万亿]+)?(%|‰|个?百分点|成)', 1)
            AS chinese_unit
    FROM cut
)
SELECT id,
    CASE
        WHEN regexp_matches(t, '翻了?[一两二三四五]?番') THEN 1.0  -- doubled: once, twice
        WHEN each <> '' THEN 1 / count_of(each)  -- one in every three
        WHEN parts.whole <> '' THEN  -- 五分之三, 百分之二十点五
            pow(10, -greatest(decimals_of(parts.part), length(regexp_extract(parts.part, '点(.*)', 1))))
            / count_of(parts.whole)
        WHEN regexp_matches(t, '[一二两三四五六七八九]成[一二三四五六七八九半]') THEN 0.01  -- 三成五
        WHEN arabic.low <> '' THEN pow(10, -decimals_of(last_part)) * part_of(arabic_unit)
            * CASE WHEN regexp_matches(arabic.low, '[十百千万亿]') THEN scale_of(scale) ELSE scale_of(far_scale) END
        WHEN chinese.decimals <> '' THEN pow(10, 1 - length(chinese.decimals)) * part_of(chinese_unit)
        WHEN regexp_matches(chinese.low, '[万亿]$') THEN
            scale_of(regexp_extract(chinese.low, '[万亿]+$')) * part_of(chinese_unit)
        WHEN regexp_matches(chinese.low, '[万亿]') THEN scale_of(right(chinese.low, 1)) * part_of(chinese_unit)
        WHEN chinese.low <> '' THEN part_of(chinese_unit)
    END AS unit_of_last_place,
    CASE
        WHEN regexp_matches(t, '番|成[一二三四五六七八九半]') OR each <> '' OR parts.whole <> '' THEN true
        WHEN arabic.low <> '' THEN
            contains(arabic.low, '.') OR arabic_unit <> '' OR regexp_matches(arabic.low || far_scale, '[十百千万亿]')
        ELSE chinese_unit <> '' OR chinese.decimals <> '' OR unit_of_last_place <> 1
    END AS rounded
FROM ends;
-- A print that these rules cannot read is no silent gap.
SELECT error('no figure in the print of ' || id) FROM prints WHERE unit_of_last_place IS NULL;

-- The values that the print allows, by the word around it (codelist `qualifiers`). A word limits the size that is
-- printed, so that a fall mirrors: at least 5 % down is -5 % or less. The interval lies about the value in the
-- data.
CREATE MACRO last_digit_place(w) AS CASE
    WHEN contains(w, '.') THEN pow(10, -length(rtrim(split_part(w, '.', 2), '0')))
    ELSE pow(10, length(w) - length(rtrim(w, '0')))
END;
CREATE TABLE allowed AS
WITH sizes AS (
    SELECT id, written,
        -- a rule or an aim of more than so much has no upper end
        CASE WHEN qualifier = 'more_than' AND kind IN ('threshold', 'target') THEN 'at_least' ELSE qualifier END AS qualifier, value < 0 AS falls,
        CASE WHEN value < 0 THEN -coalesce(value_high, value) ELSE value END AS size,
        CASE WHEN value < 0 THEN -value ELSE coalesce(value_high, value) END AS size_high,
        unit_of_last_place, CASE WHEN rounded THEN unit_of_last_place / 2 ELSE 0 END AS half
    FROM rows JOIN prints USING (id)
), spans AS (
    SELECT id, falls, CASE qualifier
        WHEN 'exact' THEN span(size - half, size + half)
        WHEN 'range' THEN span(size - half, size_high + half)
        WHEN 'approx' THEN span(0.9 * size, 1.1 * size)
        WHEN 'nearly' THEN span(0.9 * size, size)
        WHEN 'at_least' THEN span(size, 'infinity')
        WHEN 'more_than' THEN span(size, size + greatest(unit_of_last_place, last_digit_place(written)))
        WHEN 'at_most' THEN span(0, size)
        ELSE error('no rule for the qualifier ' || qualifier)
    END AS s
    FROM sizes
)
SELECT id, CASE WHEN falls THEN span(-s.high, -s.low) ELSE s END AS ends FROM spans;
