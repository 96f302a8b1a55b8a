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
    parse,
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
        let mut found = Vec::new();
        for (file, text) in files.policies() {
            for (start, end) in
                split(text).map_err(|at| PackError::of_line(file, line_of(text, at), "is not closed"))?
            {
                // INVARIANT: `split` answers with offsets of characters of the text.
                let whole = text.get(start..end).unwrap_or_default();
                found.push((file, line_of(text, start), whole.split_at(body_of(whole))));
            }
        }
        let heads: Vec<String> = found.iter().map(|(_, _, (head, _))| format!("{head};")).collect();
        let heads = parse::policies(&heads).map_err(|(place, what)| match found.get(place) {
            Some((file, line, _)) => PackError::of_line(file, *line, what),
            None => PackError::of_file("policies", what),
        })?;
        let statements = found
            .iter()
            .zip(&heads)
            .map(|((file, line, (_, body)), head)| statement(file, *line, head, body, groups))
            .collect::<Result<Vec<_>, _>>()?;
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
    parsed: &Policy,
    body: &'a str,
    groups: &Groups,
) -> Result<Statement<'a>, PackError> {
    let fault = |what: String| PackError::of_line(file, line, what);
    let body = body.trim_end_matches(';').trim();
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
    /// Every forbid once, as text in the scope of a basis that it reaches.
    forbids: Vec<String>,
    /// Where each stands, and whether it depends on what may be given.
    places: Vec<(String, usize, bool)>,
}

impl Build {
    fn new() -> Self {
        let policies = Policies {
            of_facts: PolicySet::new(),
            of_answer: PolicySet::new(),
            forbids: HashMap::new(),
            texts: vec![String::new(); Basis::ALL.len()],
        };
        Self { policies, forbids: Vec::new(), places: Vec::new() }
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
        for (body, bases) in alike {
            let Some(first) = bases.bases().next() else { continue };
            let place = format!("{}:{}", statement.file, statement.line);
            self.policies.forbids.insert(id(self.forbids.len()), Forbid { reason, bases, place });
            self.places.push((statement.file.to_owned(), statement.line, body.contains("resource")));
            self.forbids.push(format!("forbid (principal, action == Action::\"{first}\", resource) {body};"));
        }
        Ok(())
    }

    fn fault(&self, place: usize, what: &str) -> PackError {
        match self.places.get(place) {
            Some((file, line, _)) => PackError::of_line(file, *line, one_line(what)),
            None => PackError::of_file("policies", one_line(what)),
        }
    }

    fn finish(mut self, schema: &Schema) -> Result<Policies, PackError> {
        let parsed = parse::policies(&self.forbids).map_err(|(place, what)| self.fault(place, &what))?;
        let alone = action(FACTS_ALONE)?;
        let mut scoped = PolicySet::new();
        for (place, (policy, (.., of_answer))) in parsed.iter().zip(&self.places).enumerate() {
            let moved = parse::moved(policy, &id(place), &alone).map_err(|what| self.fault(place, &what))?;
            let policies = &mut self.policies;
            let set = if *of_answer { &mut policies.of_answer } else { &mut policies.of_facts };
            for (set, policy) in [(set, moved), (&mut scoped, policy.new_id(id(place)))] {
                set.add(policy)
                    .map_err(|error| PackError::of_file("policies", one_line(&error.to_string())))?;
            }
        }
        let result = Validator::new(schema.clone()).validate(&scoped, ValidationMode::Strict);
        match result.validation_errors().next() {
            None => Ok(self.policies),
            Some(error) => {
                let place = (0..self.places.len()).find(|place| id(*place) == *error.policy_id());
                Err(self.fault(place.unwrap_or(usize::MAX), &error.to_string()))
            }
        }
    }
}

/// The id of a forbid.
fn id(place: usize) -> PolicyId {
    PolicyId::new(format!("f{place}"))
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
