//! cvc5 as a process, asked one question at a time.

use cedar_policy_symcc::{
    CedarSymCompiler, CompiledPolicy, CompiledPolicySet, Env, err, solver::LocalSolver,
};
use std::process::Command;
use tokio::runtime::Runtime;

use crate::ProveError;

/// The version that was tried: Debian's. Cedar's symbolic compiler names a newer one, which may be as good, but nobody
/// has looked.
pub const PINNED: [&str; 1] = ["1.0.3"];

/// Longest time for one question, in milliseconds. The slowest so far takes about a tenth of a second.
const QUESTION_MS_MAX: u32 = 20_000;

/// A solver that is running.
#[derive(Debug)]
pub struct Solver {
    runtime: Runtime,
    compiler: CedarSymCompiler<LocalSolver>,
    version: String,
    asked: usize,
}

/// What came of a question.
#[derive(Debug)]
pub(crate) enum Answer {
    /// It holds for all facts.
    Holds,
    /// It does not, and here is why.
    Fails(Box<Env>),
    /// Nobody knows: that counts as failure.
    Unknown(String),
}

impl Solver {
    /// Starts cvc5 and asks for its version.
    ///
    /// # Errors
    /// [`ProveError::Solver`] where there is none, or one that is not pinned.
    pub fn start() -> Result<Self, ProveError> {
        let version = version()?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| ProveError::Solver(error.to_string()))?;
        let compiler = compiler(&runtime)?;
        Ok(Self { runtime, compiler, version, asked: 0 })
    }

    /// The version of cvc5, as it states it.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// How many questions it was asked.
    #[must_use]
    pub fn asked(&self) -> usize {
        self.asked
    }

    /// Whether a policy never errs.
    pub(crate) fn never_errs(&mut self, policy: &CompiledPolicy) -> Answer {
        let asked = self.runtime.block_on(self.compiler.check_never_errors_with_counterexample_opt(policy));
        self.answer(asked)
    }

    /// Whether the first set allows nothing that the second does not.
    pub(crate) fn implies(&mut self, first: &CompiledPolicySet, second: &CompiledPolicySet) -> Answer {
        let asked = self.runtime.block_on(self.compiler.check_implies_with_counterexample_opt(first, second));
        self.answer(asked)
    }

    /// Whether two sets allow the same.
    pub(crate) fn equivalent(&mut self, first: &CompiledPolicySet, second: &CompiledPolicySet) -> Answer {
        let asked =
            self.runtime.block_on(self.compiler.check_equivalent_with_counterexample_opt(first, second));
        self.answer(asked)
    }

    /// Whether a set allows nothing at all.
    pub(crate) fn never_allows(&mut self, set: &CompiledPolicySet) -> Answer {
        let asked = self.runtime.block_on(self.compiler.check_always_denies_with_counterexample_opt(set));
        self.answer(asked)
    }

    fn answer(&mut self, asked: Result<Option<Env>, err::Error>) -> Answer {
        self.asked += 1;
        match asked {
            Ok(None) => Answer::Holds,
            Ok(Some(env)) => Answer::Fails(Box::new(env)),
            Err(error) => {
                let mut why = chain(&error);
                // A solver that ran out of time may be gone; the next question goes to a new one.
                match compiler(&self.runtime) {
                    Ok(fresh) => self.compiler = fresh,
                    Err(error) => why = format!("{why}; and {error}"),
                }
                Answer::Unknown(why)
            }
        }
    }
}

fn compiler(runtime: &Runtime) -> Result<CedarSymCompiler<LocalSolver>, ProveError> {
    let _within = runtime.enter();
    let limit = format!("--tlimit-per={QUESTION_MS_MAX}");
    let solver = LocalSolver::cvc5_with_args([limit]).map_err(|error| ProveError::Solver(chain(&error)))?;
    CedarSymCompiler::new(solver).map_err(|error| ProveError::Solver(chain(&error)))
}

fn version() -> Result<String, ProveError> {
    let missing =
        |what: String| ProveError::Solver(format!("cvc5 {what}; `tools/install solver` installs it"));
    let output =
        Command::new("cvc5").arg("--version").output().map_err(|error| missing(error.to_string()))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let found = text.split_whitespace().skip_while(|word| *word != "version").nth(1);
    match found {
        Some(version) if PINNED.contains(&version) => Ok(version.to_owned()),
        Some(version) => Err(missing(format!("{version} is not pinned: {} are", PINNED.join(" and ")))),
        None => Err(missing("does not state its version".to_owned())),
    }
}

/// An error with everything that it rests on, in one line.
pub(crate) fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut below = error.source();
    while let Some(error) = below {
        text = format!("{text}: {error}");
        below = error.source();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
