"""From the text of a document to proposed observations: what is printed, when, of whom, of what.

In the order in which a document passes through the packages:

- `words`: what is known beforehand (`lexicon`, with ways to look it up), and sentences;
- `document` as a whole or item by item (`items`): its scope, date and `titles`, its towns and `topics`, then
  its passages (`reader`), with what is kept in mind from one to the next (`threads`, `captions`,
  `announcements`, `open_lines`), and each figure in its `surroundings` as a statement (`statements`);
- `figures`: numbers with their measures and what limits or turns them;
- `times`: dates, spans and horizons that a text speaks of, and when it was published;
- `towns`: places, names, trades and tiers;
- `what`: for each figure its noun or what stands for it, made precise, its rate, kind and unit (`amounts`,
  `nouns`, `naming`, `refinement`, `ratios`, `shares`, `kinds`, `goals` and their parts);
- `whom`: of whom it is (`subjects` of its sentence, `firms` and others that are not the town, `wholes`);
- `when`: of when it is (`spans`, `governing`, `states`, `undated`);
- `proposing`: the rows that are proposed, each with its `confidence` by what was stated and how plainly.
"""
