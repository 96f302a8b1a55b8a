//! Cedar text as syntax trees, and trees put together.
//!
//! Every text of a pack is parsed once, with a place for each `$name`; what a name stands for is then put in as a tree.
//! Written out in full the policies are ten times as long, and reading that took most of the time of loading a pack. A
//! tree also leaves out where its parts stood in the text, which evaluation would carry along with every value.
//!
//! Cedar's own crate reads a policy a second time on the way from its text to a tree, so its parser is called here.

use std::sync::Arc;

use cedar_policy::{Policy, PolicyId, pst};
use cedar_policy_core::parser::parse_policyset;
use pst::{ActionConstraint, Clause, Effect, Expr, PrincipalConstraint, ResourceConstraint, Template};

use super::{conditions::name_of, error::one_line};

/// An expression.
pub(crate) type Tree = Arc<Expr>;

/// Reads texts of one policy each, in one go: Cedar's lexer makes itself ready for each text anew, which takes longer
/// than a policy. They keep their order.
///
/// # Errors
/// Which text is at fault, and how.
pub(crate) fn policies(texts: &[String]) -> Result<Vec<Template>, (usize, String)> {
    let texts: Vec<String> = texts.iter().map(|text| with_places(text)).collect();
    if let Ok(found) = read(&texts.join("\n"))
        && found.len() == texts.len()
    {
        return Ok(found);
    }
    let each = texts.iter().enumerate().map(|(place, text)| {
        let mut found = read(text).map_err(|fault| (place, fault))?;
        match (found.pop(), found.is_empty()) {
            (Some(policy), true) => Ok(policy),
            _ => Err((place, "is not one policy".to_owned())),
        }
    });
    each.collect()
}

/// Reads texts of one expression each, in one go. They keep their order.
///
/// # Errors
/// Which text is at fault, and how.
pub(crate) fn expressions<'a>(texts: impl Iterator<Item = &'a str>) -> Result<Vec<Tree>, (usize, String)> {
    let whole: Vec<String> =
        texts.map(|text| format!("permit (principal, action, resource) when {{ ({text}) }};")).collect();
    let condition = |(place, policy): (usize, Template)| match policy.clauses().as_slice() {
        [Clause::When(tree)] => Ok(Arc::clone(tree)),
        _ => Err((place, "is no expression".to_owned())),
    };
    policies(&whole)?.into_iter().enumerate().map(condition).collect()
}

/// The policies of a text, in its order.
fn read(text: &str) -> Result<Vec<Template>, String> {
    let set = parse_policyset(text).map_err(|error| one_line(&error.to_string()))?;
    let count = set.policies().count();
    if set.templates().next().is_some() {
        return Err("leaves principal or resource open".to_owned());
    }
    let mut found: Vec<Option<Template>> = vec![None; count];
    for policy in set.policies() {
        // Cedar numbers the policies of a text `policy0`, `policy1` and so on.
        let number = policy.id().to_string().trim_start_matches("policy").parse::<usize>().ok();
        let tree = pst::Policy::try_from(policy.clone()).map_err(|error| one_line(&error.to_string()))?;
        if let Some(place) = number.and_then(|number| found.get_mut(number)) {
            *place = Some(tree.body().clone());
        }
    }
    found
        .into_iter()
        .collect::<Option<_>>()
        .ok_or_else(|| "has policies that Cedar does not number".to_owned())
}

/// What stands in a tree for a name until what it stands for is put there: an attribute that no schema can have.
const PLACE: char = '$';

/// The text with a place for each `$name`.
fn with_places(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut parts = text.split(PLACE);
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (name, rest) = name_of(part);
        out.push_str(&format!("context[\"{PLACE}{name}\"]{rest}"));
    }
    out
}

/// The tree with everything put in that its names stand for.
///
/// # Errors
/// As `stands_for`; and where a part is of a kind that cannot be looked into.
pub(crate) fn put_in<F: From<&'static str>>(
    tree: &Tree,
    stands_for: &mut impl FnMut(&str) -> Result<Tree, F>,
) -> Result<Tree, F> {
    let mut put = |part: &Tree| put_in(part, stands_for);
    let made = match &**tree {
        Expr::GetAttr { attr, .. } if attr.starts_with(PLACE) => {
            return stands_for(attr.trim_start_matches(PLACE));
        }
        Expr::Var(pst::Var::Principal | pst::Var::Action) => {
            return Err(F::from("speaks of principal or action: every policy is asked for the same ones"));
        }
        Expr::Literal(_) | Expr::Var(_) => return Ok(Arc::clone(tree)),
        Expr::UnaryOp { op, expr } => Expr::UnaryOp { op: *op, expr: put(expr)? },
        Expr::BinaryOp { op, left, right } => {
            Expr::BinaryOp { op: *op, left: put(left)?, right: put(right)? }
        }
        Expr::GetAttr { expr, attr } => Expr::GetAttr { expr: put(expr)?, attr: attr.clone() },
        Expr::HasAttr { expr, attrs } => Expr::HasAttr { expr: put(expr)?, attrs: attrs.clone() },
        Expr::Like { expr, pattern } => Expr::Like { expr: put(expr)?, pattern: pattern.clone() },
        Expr::IfThenElse { cond, then_expr, else_expr } => {
            Expr::IfThenElse { cond: put(cond)?, then_expr: put(then_expr)?, else_expr: put(else_expr)? }
        }
        Expr::Set(parts) => Expr::Set(parts.iter().map(put).collect::<Result<_, _>>()?),
        _ => return Err(F::from("uses a form of Cedar that packs do not use: write it otherwise")),
    };
    Ok(Arc::new(made))
}

/// Whether a policy asks what may be given, which is what its resource says.
pub(crate) fn reads_resource(clauses: &[Clause]) -> bool {
    clauses.iter().any(|clause| match clause {
        Clause::When(tree) | Clause::Unless(tree) => tree.reduce(
            &|part| matches!(part, Expr::Var(pst::Var::Resource)).then_some(true),
            &|one, other| one || other,
            false,
        ),
    })
}

/// A policy whatever is done: every policy is asked under the one action of the gate.
///
/// # Errors
/// Where Cedar does not take its own form back; it does.
pub(crate) fn policy(id: &PolicyId, effect: Effect, clauses: &[Clause]) -> Result<Policy, String> {
    let said = |error: &dyn std::error::Error| one_line(&error.to_string());
    let template = Template::new(
        pst::PolicyID::from(id.as_ref()),
        effect,
        PrincipalConstraint::Any,
        ActionConstraint::Any,
        ResourceConstraint::Any,
    );
    let template = template.try_with_clauses(clauses.to_vec()).map_err(|error| said(&error))?;
    let whole = pst::StaticPolicy::try_from(template).map_err(|error| said(&error))?;
    Policy::from_pst(whole.into()).map_err(|error| said(&error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(texts: &[&str]) -> Result<usize, usize> {
        let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
        policies(&texts).map(|found| found.len()).map_err(|(place, _)| place)
    }

    #[test]
    fn the_text_at_fault_is_named_and_a_text_of_two_policies_is_at_fault() {
        let good = "permit (principal, action, resource) when { context.a };";
        assert_eq!(count(&[good, good, good]), Ok(3));
        assert_eq!(count(&[]), Ok(0));
        for (texts, place) in [
            ([good, "permit (principal, action, resource) when { context. };", good], 1),
            ([good, good, "permit (principal, action, resource); permit (principal, action, resource);"], 2),
            (["permit (principal == ?principal, action, resource);", good, good], 0),
            ([good, "", good], 1),
        ] {
            assert_eq!(count(&texts), Err(place), "{texts:?}");
        }
    }

    #[test]
    fn an_expression_cannot_close_its_brackets() {
        for text in ["true } when { true", "true }; permit (principal, action, resource) when { true", ""] {
            let found = expressions(["context.a", text].into_iter());
            assert_eq!(found.unwrap_err().0, 1, "{text}");
        }
    }

    #[test]
    fn what_is_put_in_is_what_would_have_been_written() {
        let text = "forbid (principal, action, resource) \
            when { !$one && (if $two then 1 < context.n else [$three].contains(Kind::\"k\")) } unless { $one };";
        let names = |name: &str| match name {
            "one" => "context.x == Kind::\"q\" || resource == Answer::\"some\"",
            "two" => "context has y && context.y like \"a*\"",
            _ => "Kind::\"k\"",
        };
        let read = policies(&[text.to_owned()]).unwrap();
        let put = |tree: &Tree| {
            put_in(tree, &mut |name| {
                expressions([names(name)].into_iter())
                    .map(|mut found| found.remove(0))
                    .map_err(|(_, why)| why)
            })
        };
        let clauses: Vec<Clause> = read[0]
            .clauses()
            .iter()
            .map(|clause| match clause {
                Clause::When(tree) => Clause::When(put(tree).unwrap()),
                Clause::Unless(tree) => Clause::Unless(put(tree).unwrap()),
            })
            .collect();
        assert!(reads_resource(&clauses));
        assert!(!reads_resource(read[0].clauses()));
        let made = policy(&PolicyId::new("p"), Effect::Forbid, &clauses).unwrap();
        let mut written = text.to_owned();
        for name in ["one", "two", "three"] {
            written = written.replace(&format!("${name}"), &format!("({})", names(name)));
        }
        let wanted = Policy::parse(Some(PolicyId::new("p")), written).unwrap();
        let tree = |policy: &Policy| -> cedar_policy_core::ast::Policy { policy.as_ref().clone() };
        assert_eq!(tree(&made).condition(), tree(&wanted).condition());
        assert_eq!(made.effect(), wanted.effect());
    }
}
