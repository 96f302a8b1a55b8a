//! The policies of a pack: read as statements, expanded for each basis they reach, compiled and validated.
//!
//! A statement is one Cedar policy with `$name` for conditions. Its scope says which bases it reaches. A basis is open
//! where its one permit allows it and no forbid that reaches it is satisfied; permits are broad, so the forbids decide.
//!
//! A forbid often reads the same for several bases. It is then kept once, with the list of its bases, and evaluated
//! once a request instead of once a basis: evaluation costs about a microsecond a policy. A test holds what is
//! evaluated against what can be read of each basis.

use std::collections::{BTreeMap, HashMap};

use casework::codes::{Basis, Code, Reason};
use cedar_policy::{
    EntityUid, PolicyId, PolicySet, Schema, ValidationMode, Validator,
    pst::{ActionConstraint, Clause, Effect, PrincipalConstraint, ResourceConstraint, Template},
};

use super::{
    catalogue::Catalogue,
    conditions::Conditions,
    error::{PackError, line_of, one_line},
    files::Files,
    groups::{BasisSet, Groups},
    trees,
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
    /// The same as trees, with places for names.
    clauses: &'a [Clause],
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
                found.push((file, line_of(text, start), text.get(start..end).unwrap_or_default()));
            }
        }
        let texts: Vec<String> = found.iter().map(|(.., text)| (*text).to_owned()).collect();
        let trees = trees::policies(&texts).map_err(|(place, what)| match found.get(place) {
            Some((file, line, _)) => PackError::of_line(file, *line, what),
            None => PackError::of_file("policies", what),
        })?;
        let statements = found
            .iter()
            .zip(&trees)
            .map(|((file, line, text), tree)| statement(file, *line, tree, text, groups))
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
    tree: &'a Template,
    text: &'a str,
    groups: &Groups,
) -> Result<Statement<'a>, PackError> {
    let fault = |what: String| PackError::of_line(file, line, what);
    let annotation = |name: &str| tree.annotations.get(name).map(cedar_policy::pst::SmolStr::as_str);
    if tree.principal != PrincipalConstraint::Any || tree.resource != ResourceConstraint::Any {
        return Err(fault("a policy is for any principal and any resource".to_owned()));
    }
    let actions = match &tree.action {
        ActionConstraint::Any => return Err(fault("a policy names the bases that it reaches".to_owned())),
        ActionConstraint::Eq(action) => std::slice::from_ref(action),
        ActionConstraint::In(actions) => actions,
    };
    let mut bases = BasisSet::EMPTY;
    for action in actions {
        bases = bases.with(named(&action.eid, groups).map_err(&fault)?);
    }
    for name in annotation("except").unwrap_or_default().split_whitespace() {
        bases = bases.without(named(name.trim_start_matches('@'), groups).map_err(&fault)?);
    }
    let clauses = tree.clauses().as_slice();
    let reason = match (tree.effect, annotation("reason")) {
        (Effect::Permit, None) if clauses.is_empty() => None,
        (Effect::Permit, None) => {
            return Err(fault("a permit is broad: what it asks for is a forbid".to_owned()));
        }
        (Effect::Permit, Some(_)) => return Err(fault("a permit has no reason".to_owned())),
        (Effect::Forbid, None) => return Err(fault("a forbid has a @reason".to_owned())),
        (Effect::Forbid, Some(code)) => {
            Some(Reason::parse(code).ok_or_else(|| fault(format!("`{code}` is no reason of reasons.json")))?)
        }
    };
    let (_, body) = text.split_at(body_of(text));
    Ok(Statement { file, line, reason, bases, body: body.trim_end_matches(';').trim(), clauses })
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

/// A forbid while the policies are put together.
struct Made {
    file: String,
    line: usize,
    clauses: Vec<Clause>,
}

/// The policies while they are put together.
struct Build {
    policies: Policies,
    /// Every forbid once.
    made: Vec<Made>,
}

impl Build {
    fn new() -> Self {
        let policies = Policies {
            of_facts: PolicySet::new(),
            of_answer: PolicySet::new(),
            forbids: HashMap::new(),
            texts: vec![String::new(); Basis::ALL.len()],
        };
        Self { policies, made: Vec::new() }
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
        for (_, bases) in alike {
            let Some(basis) = bases.bases().next() else { continue };
            let clauses = statement.clauses.iter().map(|clause| match clause {
                Clause::When(tree) => conditions.put_in(tree, basis).map(Clause::When),
                Clause::Unless(tree) => conditions.put_in(tree, basis).map(Clause::Unless),
            });
            let clauses = clauses.collect::<Result<_, _>>().map_err(fault)?;
            let (file, line) = (statement.file.to_owned(), statement.line);
            let place = format!("{file}:{line}");
            self.policies.forbids.insert(id(self.made.len()), Forbid { reason, bases, place });
            self.made.push(Made { file, line, clauses });
        }
        Ok(())
    }

    fn fault(&self, place: usize, what: &str) -> PackError {
        match self.made.get(place) {
            Some(made) => PackError::of_line(&made.file, made.line, one_line(what)),
            None => PackError::of_file("policies", one_line(what)),
        }
    }

    fn finish(mut self, schema: &Schema) -> Result<Policies, PackError> {
        for (place, made) in self.made.iter().enumerate() {
            let policy = trees::policy(&id(place), Effect::Forbid, &made.clauses)
                .map_err(|what| self.fault(place, &what))?;
            let policies = &mut self.policies;
            let answer = trees::reads_resource(&made.clauses);
            let set = if answer { &mut policies.of_answer } else { &mut policies.of_facts };
            set.add(policy).map_err(|error| PackError::of_file("policies", one_line(&error.to_string())))?;
        }
        let validator = Validator::new(schema.clone());
        for set in [&self.policies.of_facts, &self.policies.of_answer] {
            let result = validator.validate(set, ValidationMode::Strict);
            if let Some(error) = result.validation_errors().next() {
                let place = (0..self.made.len()).find(|place| id(*place) == *error.policy_id());
                return Err(self.fault(place.unwrap_or(usize::MAX), &error.to_string()));
            }
        }
        Ok(self.policies)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::Pack;
    use cedar_policy::Policy;
    use std::str::FromStr as _;

    fn condition(policy: &Policy) -> String {
        format!("{:?}", policy.as_ref().non_scope_constraints().map(ToString::to_string))
    }

    #[test]
    fn what_is_evaluated_is_what_can_be_read() {
        for files in [Files::embedded(), Files::as_reported()] {
            let pack = Pack::from_files(&files).unwrap();
            for basis in Basis::ALL.iter().copied() {
                let written = PolicySet::from_str(pack.cedar_policies(basis)).unwrap();
                let mut written: Vec<(String, String)> = written
                    .policies()
                    .filter_map(|policy| Some((policy.annotation("reason")?.to_owned(), condition(policy))))
                    .collect();
                let sets = [&pack.policies.of_facts, &pack.policies.of_answer];
                let mut evaluated: Vec<(String, String)> = sets
                    .iter()
                    .flat_map(|set| set.policies())
                    .filter_map(|policy| {
                        let forbid = &pack.policies.forbids[policy.id()];
                        forbid.bases.has(Some(basis)).then(|| (forbid.reason.to_string(), condition(policy)))
                    })
                    .collect();
                written.sort();
                evaluated.sort();
                assert!(!written.is_empty(), "{basis}");
                assert_eq!(written, evaluated, "{basis}");
            }
        }
    }
}
