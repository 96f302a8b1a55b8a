//! The policies of a pack: read as statements, expanded for each basis they reach, compiled and validated.
//!
//! A statement is one Cedar policy with `$name` for conditions. Its scope says which bases it reaches. A basis is open
//! where its one permit allows it and no forbid that reaches it is satisfied; permits are broad, so the forbids decide.
//!
//! A forbid often reads the same for several bases. It is then kept once, with the list of its bases, and evaluated
//! once a request instead of once a basis: evaluation costs about a microsecond a policy. A test holds that the result
//! is that of Cedar's authorizer over the whole policy set of each basis.

use std::collections::{BTreeMap, HashMap};

use casework::codes::{Basis, Code, Reason};
use cedar_policy::{
    ActionConstraint, Effect, EntityUid, Policy, PolicyId, PolicySet, PrincipalConstraint,
    ResourceConstraint, Schema, ValidationMode, Validator,
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

/// A forbid as it reads for some bases.
#[derive(Debug)]
pub(crate) struct Forbid {
    pub(crate) reason: Reason,
    pub(crate) bases: BasisSet,
    /// Where it stands, for an operator.
    pub(crate) place: String,
}

/// The compiled forbids of a pack.
#[derive(Debug)]
pub(crate) struct Policies {
    /// Those over the facts alone: asked once a request.
    pub(crate) of_facts: PolicySet,
    /// Those that depend on whether an item may be given: asked once for each answer.
    pub(crate) of_answer: PolicySet,
    pub(crate) forbids: HashMap<PolicyId, Forbid>,
    /// The whole of each basis, as Cedar text, in the order of the bases.
    pub(crate) texts: Vec<String>,
}

/// The name of the action under which forbids and named conditions are asked: their scope was applied at load.
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
            for (start, end) in
                split(text).map_err(|at| PackError::of_line(file, line_of(text, at), "is not closed"))?
            {
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
            'w' | 'u'
                if !quoted && depth == 0 && (rest.starts_with("when") || rest.starts_with("unless")) =>
            {
                return at;
            }
            _ => {}
        }
    }
    statement.len() - 1
}

fn statement<'a>(
    file: &'a str,
    line: usize,
    whole: &'a str,
    groups: &Groups,
) -> Result<Statement<'a>, PackError> {
    let fault = |what: String| PackError::of_line(file, line, what);
    let (head, body) = whole.split_at(body_of(whole));
    let body = body.trim_end_matches(';').trim();
    let parsed =
        Policy::parse(None, format!("{head};")).map_err(|error| fault(one_line(&error.to_string())))?;
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
        (Effect::Permit, None) => {
            return Err(fault("a permit is broad: what it asks for is a forbid".to_owned()));
        }
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
        None => groups
            .bases
            .get(name)
            .copied()
            .ok_or_else(|| format!("`{name}` is no basis and no group of bases")),
    }
}

fn one_permit_each(statements: &[Statement<'_>]) -> Result<(), PackError> {
    for basis in Basis::ALL {
        let permits = statements.iter().filter(|s| s.reason.is_none() && s.bases.has(Some(*basis)));
        match permits.count() {
            1 => {}
            count => {
                return Err(PackError::of_file(
                    "policies",
                    format!("{basis} has {count} permits instead of one"),
                ));
            }
        }
    }
    Ok(())
}

/// The policies while they are put together.
struct Build {
    policies: Policies,
    /// Every forbid once, in the scope of a basis that it reaches, for the validator.
    scoped: PolicySet,
    places: BTreeMap<PolicyId, (String, usize)>,
}

impl Build {
    fn new() -> Self {
        let policies = Policies {
            of_facts: PolicySet::new(),
            of_answer: PolicySet::new(),
            forbids: HashMap::new(),
            texts: vec![String::new(); Basis::ALL.len()],
        };
        Self { policies, scoped: PolicySet::new(), places: BTreeMap::new() }
    }

    fn add(
        &mut self,
        statement: &Statement<'_>,
        catalogue: &Catalogue,
        conditions: &Conditions,
    ) -> Result<(), PackError> {
        let fault = |what: String| PackError::of_line(statement.file, statement.line, what);
        let effect = if statement.reason.is_some() { "forbid" } else { "permit" };
        // The bases for which the statement reads the same, by what it reads.
        let mut alike: BTreeMap<String, BasisSet> = BTreeMap::new();
        for basis in statement.bases.bases() {
            let body = conditions.expanded(statement.body, basis).map_err(fault)?;
            if let Some(text) = self.policies.texts.get_mut(basis.place()) {
                text.push_str(&annotations(statement.reason, basis, catalogue));
                text.push_str(&format!(
                    "{effect} (principal, action == Action::\"{basis}\", resource)\n{body};\n\n"
                ));
            }
            let bases = alike.entry(body).or_default();
            *bases = bases.with(BasisSet::of(Some(basis)));
        }
        let Some(reason) = statement.reason else { return Ok(()) };
        alike.into_iter().try_for_each(|(body, bases)| self.add_forbid(statement, reason, &body, bases))
    }

    fn add_forbid(
        &mut self,
        statement: &Statement<'_>,
        reason: Reason,
        body: &str,
        bases: BasisSet,
    ) -> Result<(), PackError> {
        let fault = |what: &dyn std::fmt::Display| {
            PackError::of_line(statement.file, statement.line, one_line(&what.to_string()))
        };
        let id = PolicyId::new(format!("f{}", self.places.len()));
        let parse = |action: &str| {
            let text = format!("forbid (principal, action == Action::\"{action}\", resource) {body};");
            Policy::parse(Some(id.clone()), text).map_err(|error| fault(&error))
        };
        let Some(first) = bases.bases().next() else { return Ok(()) };
        self.scoped.add(parse(first.as_str())?).map_err(|error| fault(&error))?;
        let policy = without_places(&parse(FACTS_ALONE)?).map_err(|error| fault(&error))?;
        let policies = &mut self.policies;
        let set = if body.contains("resource") { &mut policies.of_answer } else { &mut policies.of_facts };
        set.add(policy).map_err(|error| fault(&error))?;
        let place = format!("{}:{}", statement.file, statement.line);
        policies.forbids.insert(id.clone(), Forbid { reason, bases, place });
        self.places.insert(id, (statement.file.to_owned(), statement.line));
        Ok(())
    }

    fn finish(self, schema: &Schema) -> Result<Policies, PackError> {
        let result = Validator::new(schema.clone()).validate(&self.scoped, ValidationMode::Strict);
        match result.validation_errors().next() {
            None => Ok(self.policies),
            Some(error) => {
                let fault = one_line(&error.to_string());
                Err(match self.places.get(error.policy_id()) {
                    Some((file, line)) => PackError::of_line(file, *line, fault),
                    None => PackError::of_file("policies", fault),
                })
            }
        }
    }
}

/// The same policy without the places of its parts in the text, which evaluation would carry along with every value.
pub(crate) fn without_places(policy: &Policy) -> Result<Policy, String> {
    let json = policy.to_json().map_err(|error| error.to_string())?;
    Policy::from_json(Some(policy.id().clone()), json).map_err(|error| error.to_string())
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
