# Two commands do everything on a fresh machine: `make run` and `make test`.
.DEFAULT_GOAL := help
.PHONY: help tools assets run test prove mutate check sbom bench oracle fuzz contract matrix crash clean

PORT ?= 8080
DEMO ?= demo
CARGO := cargo

help: ## say what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | sort

tools: ## see that cargo, node, npm, python3 and a C compiler are there; install what Debian can
	@tools/install base

web/node_modules/.package-lock.json: web/package.json web/package-lock.json web/mirror.mjs
	cd web && npm ci --ignore-scripts --no-audit --no-fund && node mirror.mjs
	@touch $@

assets: tools web/node_modules/.package-lock.json ## fetch the design system that is embedded at build

run: assets ## build and start the demonstration; prints the address and the accounts; Ctrl-C stops it
	$(CARGO) build --locked -p candour --no-default-features
	exec target/debug/candour demo --dir $(DEMO) --port $(PORT)

test: assets ## run every test; ends with the line "N passed, N failed"
	@tools/install browser
	@tools/install solver
	@tools/install crash
	@tools/install objects
	@tools/install outside
	@tools/install contract
	@tools/install mail
	@tools/install proxy
	@tools/install module
	@tools/install database
	python3 tools/test.py

prove: assets ## prove the pack for all facts, with the solver; prints each claim and its time
	@tools/install solver
	$(CARGO) run --locked -p candour -- policy prove policy/england-and-wales

mutate: tools ## every mutant of the pack against proofs, cases and the oracle; prints the score and each survivor
	@tools/install solver
	$(CARGO) run --locked -p candour-prove --example mutate -- policy/england-and-wales

check: assets ## what a change must pass: format, lints, structure, licences, known weaknesses, tests; STRICT=1 fails where one of these could not be looked at
	$(CARGO) fmt --all --check
	$(CARGO) clippy --locked --workspace --all-targets -- -D warnings
	$(CARGO) xtask tidy
	@if command -v cargo-deny >/dev/null; then cargo deny check licenses bans sources; elif [ -n "$$CI$$STRICT" ]; then echo "cargo-deny is not installed" >&2; exit 1; else echo "NOT LOOKED AT: licences and sources; cargo install cargo-deny --locked" >&2; fi
	@tools/advisories
	$(MAKE) test

sbom: ## write what the program is made of to sbom.cdx.json (CycloneDX)
	python3 tools/sbom.py >sbom.cdx.json

PART ?=
FULL ?=

bench: assets ## print ratios against limits and peers, measured in one run; FULL=1 takes full sizes, PART=append one part (docs/speed.md)
	@tools/install database
	@tools/install load
	$(CARGO) bench --locked -p candour --no-default-features --bench ratios -- $(PART) $(if $(FULL),--full)
	$(CARGO) run --locked --release -p candour-gate --example verdict_speed

FACTS ?= 1000000
SEED ?= 1
JOBS ?= 2

oracle: ## the gate against a second implementation over FACTS generated facts (1000000; SEED, JOBS); about an hour
	$(CARGO) build --locked --release -p candour-gate --example judge_lines
	cd crates/gate/tests/oracle && python3 -B agree.py $(FACTS) $(SEED) --jobs $(JOBS) --gate $(CURDIR)/target/release/examples/judge_lines

SECONDS ?= 600

fuzz: ## fuzz every parser of outside bytes for SECONDS each (600); needs cargo-fuzz and a nightly toolchain
	@tools/fuzz $(SECONDS)

contract: assets ## call the API by its own description for SECONDS (600), as every role and as nobody
	@tools/install contract
	$(CARGO) build --locked -p candour
	python3 -B tools/contract/contract.py $(SECONDS) $(SEED)

SHOTS ?= pictures

matrix: assets ## every page of every role in a browser, everything at each width; writes pictures to SHOTS (pictures)
	@tools/install browser
	$(CARGO) build --locked -p candour
	cd web && CANDOUR_FULL=1 CANDOUR_SHOTS=$(abspath $(SHOTS)) node --test --test-reporter=spec browser/matrix.test.mjs browser/pages.test.mjs browser/accounts.test.mjs

KILLS ?= 10000
CUTS ?= 10000
SERVERS ?= 1000
FAULTS ?= all

crash: assets ## kill the service KILLS times (10000), cut its power CUTS times (10000), crash its database SERVERS times (1000), FAULTS of files (all), looking at everything each time; hours
	@tools/install crash
	@tools/install database
	$(CARGO) build --locked -p candour
	python3 -B crates/candour/tests/crash --kills $(KILLS) --cuts $(CUTS) --servers $(SERVERS) --faults $(FAULTS) --seed $(SEED)

clean: ## remove what was built and the demonstration
	$(CARGO) clean
	rm -rf web/node_modules $(DEMO)
