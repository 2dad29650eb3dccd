"""From the text of a document to proposed observations: what is printed, when, of whom, of what.

In the order in which a document passes through the modules:

- what is known beforehand: `lexicon`, `phrases`, `measures`;
- the document as a whole (`document`) or item by item (`items`): its scope (`places`), date (`dating`,
  `inferred_dates`), towns (`towns`, `town_patterns`, `trades`, `town_tiers`, `tiers`);
- its passages (`reader`, `sentences`, `open_lines`), with what is kept in mind from one to the next
  (`threads`, `captions`, `statements`);
- in each sentence the figures (`figures`, `figure_grammar`, `speech`), the times (`times`, `dates`,
  `plan_times`, `time_mentions`) and whom it speaks of (`subjects`, `stretches`, `stand_ins`);
- for each figure what it says (`amounts`): its noun (`nouns`, `fitting`, `strangers`) or what stands for
  it (`naming`, `cases`, `verbs`, `inheriting`, `elided`), made precise (`refinement`), limits (`limits`),
  rates (`ratios`, `shares`), kind (`kinds`, `goals`, `announcements`), unit (`units`); whom it is of
  (`whom`, `wholes`, `respective`) and when (`spans`, `states`);
- the rows that are proposed (`proposals`, `rows`, `town_rows`, `names`, `repeats`), each with its
  `confidence` by what was stated and how plainly (`clues`).
"""
