#!/bin/sh
# From two made-up documents to the edition of their year, in a scratch copy of the project: the tutorial of the book,
# step by step. Usage, from the project's root: sh examples/new_year/run.sh [SCRATCH]; `townbook` has to be on the PATH.
set -eu

scratch=${1:-build/example}
rm -rf "$scratch"
mkdir -p "$scratch"
for part in _config.yml _toc.yml book notebooks data examples pyproject.toml \
  CHANGELOG.md CITATION.cff CONTRIBUTING.md LICENSE README.md; do
  cp -R "$part" "$scratch/"
done
for made in fonts matplotlib; do # named by the hash of what they hold, so a copy may use them
  if [ -d "build/$made" ]; then mkdir -p "$scratch/build" && cp -R "build/$made" "$scratch/build/"; fi
done
cd "$scratch"

townbook extract examples/new_year/changzhi-2026-01.txt examples/new_year/linfen-2026-02.txt --output proposals

# What a reader types at the prompt; leave out the part behind the sign < to decide yourself.
townbook review proposals/proposals.csv --sources examples/new_year < examples/new_year/answers.txt > build/review.txt

# The English titles, which no extractor can know.
sed -f examples/new_year/english.sed proposals/sources.yml > build/sources.yml
mv build/sources.yml proposals/sources.yml

townbook accept proposals/proposals.csv

townbook new-edition 2025 --cutoff 2026-03-31

townbook diff 2024 2025
