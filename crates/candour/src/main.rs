//! `candour`: the one binary. Pages, API, command line, demonstration, and the wiring of the parts.

mod api;
mod backup;
mod chance;
mod cli;
mod clock;
mod config;
mod custody;
mod data_lock;
mod demo;
mod hex;
mod ledger_files;
mod machine;
mod maintenance;
mod moving;
mod organisations;
mod outgoing;
mod pages;
mod record;
mod secret_file;
mod serve;
mod shelf;
mod web;
mod witness;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
