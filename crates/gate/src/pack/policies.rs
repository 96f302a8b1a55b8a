//! The policies of a pack: read as statements, expanded for each basis they reach, compiled and validated.
//!
//! A statement is one Cedar policy with `$name` for conditions. Its scope says which bases it reaches; sliced at
//! load, a basis has a policy set of its own. A forbid that reads the same for several bases is kept once, in a set
//! of shared forbids with the list of its bases, since it need be evaluated once a request and not once a basis.

use std::collections::BTreeMap;

use casework::codes::{Basis, Code, Reason};
use cedar_policy::{
    ActionConstraint, Effect, EntityUid, Policy, PolicyId, PolicySet, PrincipalConstraint, ResourceConstraint, Schema,
    ValidationMode, Validator,
};

use super::{
    catalogue::Catalogue,
    conditions::Conditions,
    error::{PackError, line_of, one_line},
    files::Files,
    groups::{BasisSet, Groups},
};

/// One policy as it stands in a file.
struct Statement<'a> {
    file: &'a str,
    line: usize,
    /// The reason of a forbid; a permit has none.
    reason: Option<Reason>,
    bases: BasisSet,
    /// The conditions, from `when` or `unless` on; empty for a broad permit.
    body: &'a str,
}

/// A forbid that several bases share.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) reason: Reason,
    pub(crate) bases: BasisSet,
}

/// The compiled policies of a pack.
#[derive(Debug)]
pub(crate) struct Policies {
    /// Forbids that several bases share, and what each is; asked once a request.
    pub(crate) shared_set: PolicySet,
    pub(crate) shared: BTreeMap<PolicyId, Shared>,
    /// The permit and the other forbids of each basis, in the order of the bases.
    pub(crate) own: Vec<Own>,
    /// The whole of each basis, as Cedar text, in the order of the bases.
    pub(crate) texts: Vec<String>,
}

/// What only one basis has.
#[derive(Debug)]
pub(crate) struct Own {
    pub(crate) set: PolicySet,
    pub(crate) reasons: BTreeMap<PolicyId, Reason>,
}

/// The name of the action under which shared forbids and named conditions are asked.
pub(crate) const FACTS_ALONE: &str = "facts-alone";

impl Policies {
    pub(crate) fn read(
        files: &Files,
        catalogue: &Catalogue,
        groups: &Groups,
        conditions: &Conditions,
        schema: &Schema,
    ) -> Result<Self, PackError> {
        let mut statements = Vec::new();
        for (file, text) in files.policies() {
            for (start, end) in split(text).map_err(|at| PackError::of_line(file, line_of(text, at), "is not closed"))? {
                // INVARIANT: `split` answers with offsets of characters of the text.
                let whole = text.get(start..end).unwrap_or_default();
                statements.push(statement(file, line_of(text, start), whole, groups)?);
            }
        }
        one_permit_each(&statements)?;
        let mut build = Build::new();
        for statement in &statements {
            build.add(statement, catalogue, conditions)?;
        }
        build.finish(schema)
    }
}

/// Where each statement begins and ends; comments and space before it are left out.
fn split(text: &str) -> Result<Vec<(usize, usize)>, usize> {
    let mut found = Vec::new();
    let mut start = None;
    let (mut quoted, mut escaped, mut comment) = (false, false, false);
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if comment {
            comment = c != '\n';
        } else if quoted {
            quoted = escaped || c != '"';
            escaped = !escaped && c == '\\';
        } else if c == '/' && before == '/' {
            comment = true;
            if start == Some(at - 1) {
                start = None;
            }
        } else {
            quoted = c == '"';
            if start.is_none() && !c.is_whitespace() {
                start = Some(at);
            }
            if c == ';' {
                found.extend(start.take().map(|start| (start, at + 1)));
            }
        }
        before = if comment { ' ' } else { c };
    }
    start.map_or(Ok(found), Err)
}

/// Where the conditions of a statement begin: the first `when` or `unless` outside brackets and quotes.
fn body_of(statement: &str) -> usize {
    let mut depth = 0_i32;
    let mut quoted = false;
    for (at, c) in statement.char_indices() {
        let rest = statement.get(at..).unwrap_or_default();
        match c {
            '"' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth -= 1,
            'w' | 'u' if !quoted && depth == 0 && (rest.starts_with("when") || rest.starts_with("unless")) => return at,
            _ => {}
        }
    }
    statement.len() - 1
}

fn statement<'a>(file: &'a str, line: usize, whole: &'a str, groups: &Groups) -> Result<Statement<'a>, PackError> {
    let fault = |what: String| PackError::of_line(file, line, what);
    let (head, body) = whole.split_at(body_of(whole));
    let body = body.trim_end_matches(';').trim();
    let parsed = Policy::parse(None, format!("{head};")).map_err(|error| fault(one_line(&error.to_string())))?;
    if parsed.principal_constraint() != PrincipalConstraint::Any
        || parsed.resource_constraint() != ResourceConstraint::Any
    {
        return Err(fault("a policy is for any principal and any resource".to_owned()));
    }
    let actions = match parsed.action_constraint() {
        ActionConstraint::Any => return Err(fault("a policy names the bases that it reaches".to_owned())),
        ActionConstraint::Eq(action) => vec![action],
        ActionConstraint::In(actions) => actions,
    };
    let mut bases = BasisSet::EMPTY;
    for action in &actions {
        bases = bases.with(named(action.id().unescaped(), groups).map_err(&fault)?);
    }
    for name in parsed.annotation("except").unwrap_or_default().split_whitespace() {
        bases = bases.without(named(name.trim_start_matches('@'), groups).map_err(&fault)?);
    }
    let reason = match (parsed.effect(), parsed.annotation("reason")) {
        (Effect::Permit, None) if body.is_empty() => None,
        (Effect::Permit, None) => return Err(fault("a permit is broad: what it asks for is a forbid".to_owned())),
        (Effect::Permit, Some(_)) => return Err(fault("a permit has no reason".to_owned())),
        (Effect::Forbid, None) => return Err(fault("a forbid has a @reason".to_owned())),
        (Effect::Forbid, Some(code)) => {
            Some(Reason::parse(code).ok_or_else(|| fault(format!("`{code}` is no reason of reasons.json")))?)
        }
    };
    Ok(Statement { file, line, reason, bases, body })
}

/// A basis or a group of bases, by the name of an action.
fn named(name: &str, groups: &Groups) -> Result<BasisSet, String> {
    match Basis::parse(name) {
        Some(basis) => Ok(BasisSet::of(Some(basis))),
        None => groups.bases.get(name).copied().ok_or_else(|| format!("`{name}` is no basis and no group of bases")),
    }
}

fn one_permit_each(statements: &[Statement<'_>]) -> Result<(), PackError> {
    for basis in Basis::ALL {
        let permits = statements.iter().filter(|s| s.reason.is_none() && s.bases.has(Some(*basis)));
        match permits.count() {
            1 => {}
            count => return Err(PackError::of_file("policies", format!("{basis} has {count} permits instead of one"))),
        }
    }
    Ok(())
}

/// The policies while they are put together.
struct Build {
    shared_set: PolicySet,
    shared: BTreeMap<PolicyId, Shared>,
    own: Vec<Own>,
    texts: Vec<String>,
    /// Every policy once, in the scope of a basis that it reaches, for the validator.
    all: PolicySet,
    places: BTreeMap<PolicyId, (String, usize)>,
}

impl Build {
    fn new() -> Self {
        let own = || Own { set: PolicySet::new(), reasons: BTreeMap::new() };
        Self {
            shared_set: PolicySet::new(),
            shared: BTreeMap::new(),
            own: Basis::ALL.iter().map(|_| own()).collect(),
            texts: vec![String::new(); Basis::ALL.len()],
            all: PolicySet::new(),
            places: BTreeMap::new(),
        }
    }

    fn add(&mut self, statement: &Statement<'_>, catalogue: &Catalogue, conditions: &Conditions) -> Result<(), PackError> {
        let fault = |what: String| PackError::of_line(statement.file, statement.line, what);
        let effect = if statement.reason.is_some() { "forbid" } else { "permit" };
        // The bases for which the statement reads the same, by what it reads.
        let mut alike: BTreeMap<String, BasisSet> = BTreeMap::new();
        for basis in statement.bases.bases() {
            let body = conditions.expanded(statement.body, basis).map_err(fault)?;
            if let Some(text) = self.texts.get_mut(basis.place()) {
                text.push_str(&annotations(statement.reason, basis, catalogue));
                text.push_str(&format!("{effect} (principal, action == Action::\"{basis}\", resource)\n{body};\n\n"));
            }
            let bases = alike.entry(body).or_default();
            *bases = bases.with(BasisSet::of(Some(basis)));
        }
        for (body, bases) in alike {
            self.add_alike(statement, effect, &body, bases)?;
        }
        Ok(())
    }

    fn add_alike(&mut self, statement: &Statement<'_>, effect: &str, body: &str, bases: BasisSet) -> Result<(), PackError> {
        let fault = |what: &dyn std::fmt::Display| {
            PackError::of_line(statement.file, statement.line, one_line(&what.to_string()))
        };
        let several = bases.bases().nth(1).is_some();
        // What depends on whether an item may be given is asked of each basis by itself.
        let shared = several && !body.contains("resource");
        let parse = |name: &str, scope: &str| {
            let text = format!("{effect} (principal, {scope}, resource) {body};");
            Policy::parse(Some(PolicyId::new(name)), text).map_err(|error| fault(&error))
        };
        let scope = |basis: Basis| format!("action == Action::\"{basis}\"");
        for basis in bases.bases() {
            let name = format!("{}:{}:{basis}", statement.file, statement.line);
            let policy = parse(&name, &scope(basis))?;
            let id = policy.id().clone();
            self.places.insert(id.clone(), (statement.file.to_owned(), statement.line));
            self.all.add(policy.clone()).map_err(|error| fault(&error))?;
            if let (Some(reason), true) = (statement.reason, shared) {
                let policy = parse(&name, &format!("action == Action::\"{FACTS_ALONE}\""))?;
                self.shared_set.add(policy).map_err(|error| fault(&error))?;
                self.shared.insert(id, Shared { reason, bases });
                return Ok(());
            }
            if let Some(own) = self.own.get_mut(basis.place()) {
                own.set.add(policy).map_err(|error| fault(&error))?;
                own.reasons.extend(statement.reason.map(|reason| (id, reason)));
            }
        }
        Ok(())
    }

    fn finish(self, schema: &Schema) -> Result<Policies, PackError> {
        let result = Validator::new(schema.clone()).validate(&self.all, ValidationMode::Strict);
        if let Some(error) = result.validation_errors().next() {
            let fault = one_line(&error.to_string());
            return Err(match self.places.get(error.policy_id()) {
                Some((file, line)) => PackError::of_line(file, *line, fault),
                None => PackError::of_file("policies", fault),
            });
        }
        Ok(Policies { shared_set: self.shared_set, shared: self.shared, own: self.own, texts: self.texts })
    }
}

/// The reason, its law and its cure, as annotations of an expanded policy.
fn annotations(reason: Option<Reason>, basis: Basis, catalogue: &Catalogue) -> String {
    let Some(reason) = reason else { return String::new() };
    let row = catalogue.reason(reason);
    let law = if row.law == "basis" { &catalogue.basis(basis).provision } else { row.law.as_str() };
    let cure = row.who.map_or("nobody", Code::code);
    format!("@reason(\"{reason}\")\n@law(\"{}\")\n@cure(\"{cure}\")\n", law.replace('"', "'"))
}

/// The entity of an action.
pub(crate) fn action(name: &str) -> Result<EntityUid, PackError> {
    crate::context::entity("Action", name).map_err(|fault| PackError::of_file("policies", fault))
}
