# The commands of the project. `make serve` and `make test` install what they need first.

# A command that fails fails its recipe, wherever it stands in a pipe.
SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c

PORT ?= 8080

.PHONY: serve check test build bench audit fuzz mutants reproduce schema clean

serve: ## builds the optimised page and serves it on http://127.0.0.1:8080 (PORT to change)
	@tools/install.sh build
	@tools/build.sh
	@node tools/serve.mjs dist $(PORT)

build: ## leaves in dist/ what a static host serves, and prints the sizes of a first load
	@tools/install.sh build
	@tools/build.sh

check: ## format, lints and native tests: the loop between two changes
	@tools/install.sh check
	@tools/test.sh check

test: ## runs every check and test
	@tools/install.sh test
	@tools/test.sh

bench: ## measures engine, first load and page beside what one would use instead, into BENCHMARKS.md
	@tools/install.sh test
	@tools/install.sh bench
	@tools/build.sh
	@tools/bench.sh
	@cargo bench --quiet --bench quote

audit: ## checks every dependency against advisories, licences and doubles
	@tools/install.sh audit
	@tools/audit.sh | node benches/report.mjs audit

fuzz: ## looks ten minutes for each kind of input that breaks something (FUZZ_SECONDS to change)
	@tools/install.sh fuzz
	@tools/fuzz.sh | node benches/report.mjs fuzz

mutants: ## breaks the engine and the number, and says which changes no test notices
	@tools/install.sh mutants
	@tools/mutants.sh
	@node benches/mutants.mjs | node benches/report.mjs mutants

reproduce: ## builds the last commit twice, in two places, and compares the bytes
	@tools/install.sh build
	@tools/reproduce.sh | node benches/report.mjs reproduce

schema: ## writes public/*.schema.json, and the tables and the example of docs/price-list.md
	UPDATE_SCHEMA=1 cargo test --quiet --lib schema::
	UPDATE_SCHEMA=1 cargo test --quiet --test schemas --test price_list_guide

clean: ## forgets what was built
	rm -rf target dist test-results
