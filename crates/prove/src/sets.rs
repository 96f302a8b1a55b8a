//! The policies of a pack as the sets that questions are asked about.
//!
//! Questions are asked of policies as the gate evaluates them: for no basis in particular, their scope having been
//! applied when the pack was built. So one action is enough, and the schema is cut down to it; the solver then carries
//! no hierarchy of fifty actions through every question.

use casework::codes::{Basis, Reason};
use cedar_policy::{
    Context, EntityId, EntityTypeName, EntityUid, Policy, PolicyId, PolicySet, Request, RequestEnv, Schema,
};
use cedar_policy_symcc::{
    CompiledPolicy, CompiledPolicySet, CompiledSchema, SymEnv,
    term::{Term, TermVar},
    term_type::TermType,
};
use gate::Pack;
use serde_json::{Value, json};
use std::{str::FromStr, sync::Arc};

use crate::{
    ProveError, premise,
    solver::{Answer, chain},
};

const POLICIES: &str = "policies";
const SCHEMA: &str = "facts.cedarschema";

/// The action under which the gate asks: every scope was applied at load.
const ALONE: &str = "facts-alone";

fn fault(file: &'static str, error: &dyn std::error::Error) -> ProveError {
    ProveError::Statement { file, fault: chain(error) }
}

/// An entity by type and name.
pub(crate) fn entity(kind: &str, name: &str) -> Result<EntityUid, ProveError> {
    let kind = EntityTypeName::from_str(kind).map_err(|error| fault(SCHEMA, &error))?;
    Ok(EntityUid::from_type_name_and_id(kind, EntityId::new(name)))
}

/// A request about facts, for evaluating what the solver was asked.
pub(crate) fn request(context: Context, answer: EntityUid) -> Result<Request, ProveError> {
    Request::new(entity("Asker", "whoever-asks")?, entity("Action", ALONE)?, answer, context, None)
        .map_err(|error| fault(SCHEMA, &error))
}

/// Where questions are asked: the facts, and whether there is something to give.
#[derive(Debug)]
pub(crate) struct Ground {
    schema: Schema,
    env: RequestEnv,
    symbols: SymEnv,
    premise: Policy,
}

impl Ground {
    /// The ground of a pack. Every pack has the same facts.
    pub(crate) fn of(pack: &Pack) -> Result<Self, ProveError> {
        let text = pack.cedar_schema();
        let other_action =
            |line: &&str| line.starts_with("action ") && !line.starts_with(&format!("action \"{ALONE}\""));
        let lean: Vec<&str> = text.lines().filter(|line| !other_action(line)).collect();
        let (schema, _) =
            Schema::from_cedarschema_str(&lean.join("\n")).map_err(|error| fault(SCHEMA, &error))?;
        let kind = |kind| EntityTypeName::from_str(kind).map_err(|error| fault(SCHEMA, &error));
        let env = RequestEnv::new(kind("Asker")?, entity("Action", ALONE)?, kind("Answer")?);
        let compiled = CompiledSchema::new(&schema).map_err(|error| fault(SCHEMA, &error))?;
        let mut symbols = compiled.sym_env(&env).map_err(|error| fault(SCHEMA, &error))?;
        symbols.request.context = one_variable_a_field(symbols.request.context);
        let text = format!("forbid (principal, action, resource) unless {{ {} }};", premise::expression());
        let premise =
            Policy::parse(Some(PolicyId::new("premise")), text).map_err(|error| fault(SCHEMA, &error))?;
        Ok(Self { schema, env, symbols, premise })
    }

    /// A set made ready for the solver.
    pub(crate) fn compiled(&self, set: &PolicySet) -> Result<CompiledPolicySet, ProveError> {
        CompiledPolicySet::compile_with_custom_symenv(set, &self.env, &self.schema, self.symbols.clone())
            .map_err(|error| fault(POLICIES, &error))
    }

    /// A policy made ready for the solver.
    pub(crate) fn compiled_policy(&self, policy: &Policy) -> Result<CompiledPolicy, ProveError> {
        CompiledPolicy::compile_with_custom_symenv(policy, &self.env, &self.schema, self.symbols.clone())
            .map_err(|error| fault(POLICIES, &error))
    }

    /// What is allowed where one of the expressions holds.
    pub(crate) fn where_one_holds(
        &self,
        file: &'static str,
        expressions: &[String],
    ) -> Result<Vec<Policy>, ProveError> {
        let permits = expressions.iter().map(|expression| {
            Policy::parse(None, format!("permit (principal, action, resource) when {{ {expression} }};"))
                .map_err(|error| fault(file, &error))
        });
        permits.collect()
    }

    /// What opens a basis.
    pub(crate) fn open(&self, pack: &Pack, basis: Basis) -> Result<Vec<Policy>, ProveError> {
        policies(pack, basis)?.iter().map(|policy| alone(policy, None)).collect()
    }

    /// Where some forbids close a basis: they are turned into permits.
    pub(crate) fn closing(&self, forbids: &[&Policy]) -> Result<Vec<Policy>, ProveError> {
        forbids.iter().map(|policy| alone(policy, Some("permit"))).collect()
    }

    /// A claim about two sets. It is put without the premise first: what then holds, holds the more with it, and the
    /// question is cheaper. Only where it fails is the premise put in.
    pub(crate) fn put(
        &self,
        first: &[Policy],
        second: &[Policy],
        mut ask: impl FnMut(&CompiledPolicySet, &CompiledPolicySet) -> Answer,
    ) -> Result<Answer, ProveError> {
        let compiled = |policies: &[Policy], premise| self.compiled(&self.set(policies, premise)?);
        match ask(&compiled(first, false)?, &compiled(second, false)?) {
            Answer::Holds => Ok(Answer::Holds),
            Answer::Fails(_) | Answer::Unknown(_) => {
                Ok(ask(&compiled(first, true)?, &compiled(second, true)?))
            }
        }
    }

    /// Policies as one set, perhaps under the premise.
    pub(crate) fn set(&self, policies: &[Policy], premise: bool) -> Result<PolicySet, ProveError> {
        let numbered =
            policies.iter().enumerate().map(|(n, policy)| policy.new_id(PolicyId::new(format!("p{n}"))));
        PolicySet::from_policies(numbered.chain(premise.then(|| self.premise.clone())))
            .map_err(|error| fault(POLICIES, &error))
    }
}

/// A variable for each field in place of one for a whole record. It stands for the same facts, since a record is its
/// fields; but a field is then named without carrying the type of all facts along, which makes questions about thirty
/// times cheaper. Records that may be absent stay whole.
fn one_variable_a_field(term: Term) -> Term {
    match term {
        Term::Var(TermVar { id, ty: TermType::Record { rty } }) => {
            let fields = rty.iter().map(|(field, ty)| {
                let variable = TermVar { id: format!("{id}.{field}").into(), ty: ty.clone() };
                (field.clone(), one_variable_a_field(Term::Var(variable)))
            });
            Term::Record(Arc::new(fields.collect()))
        }
        other => other,
    }
}

/// The policies of a basis, expanded.
pub(crate) fn policies(pack: &Pack, basis: Basis) -> Result<Vec<Policy>, ProveError> {
    let set = PolicySet::from_str(pack.cedar_policies(basis)).map_err(|error| fault(POLICIES, &error))?;
    Ok(set.policies().cloned().collect())
}

/// The reason of a forbid.
pub(crate) fn reason_of(policy: &Policy) -> Option<Reason> {
    policy.annotation("reason").and_then(Reason::parse)
}

/// A policy as the gate evaluates it, perhaps with another effect.
pub(crate) fn alone(policy: &Policy, effect: Option<&str>) -> Result<Policy, ProveError> {
    let mut json = policy.to_json().map_err(|error| fault(POLICIES, &error))?;
    if let Value::Object(fields) = &mut json {
        fields.remove("annotations");
        fields.insert("action".to_owned(), json!({"op": "All"}));
        fields.extend(effect.map(|effect| ("effect".to_owned(), json!(effect))));
    }
    Policy::from_json(Some(policy.id().clone()), json).map_err(|error| fault(POLICIES, &error))
}
