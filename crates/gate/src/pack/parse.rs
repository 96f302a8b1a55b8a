//! Many policies read at once: Cedar's lexer makes itself ready for each text anew, which takes longer than a policy.

use cedar_policy::{EntityUid, Policy, PolicyId, PolicySet};
use serde_json::{Value, json};
use std::str::FromStr as _;

use super::error::one_line;

/// Reads texts of one policy each. They keep their order; their ids are Cedar's.
///
/// # Errors
/// Which text is at fault, and how.
pub(crate) fn policies(texts: &[String]) -> Result<Vec<Policy>, (usize, String)> {
    if let Ok(set) = PolicySet::from_str(&texts.join("\n")) {
        let found: Vec<Policy> = (0..texts.len())
            .filter_map(|place| set.policy(&PolicyId::new(format!("policy{place}"))).cloned())
            .collect();
        // As many as there are texts: none was two policies, and none a template.
        if found.len() == texts.len() && set.policies().count() == texts.len() && set.templates().count() == 0
        {
            return Ok(found);
        }
    }
    let read = |(place, text): (usize, &String)| {
        Policy::parse(None, text).map_err(|error| (place, one_line(&error.to_string())))
    };
    texts.iter().enumerate().map(read).collect()
}

/// The same policy for one action, under an id, and without the places of its parts in the text, which evaluation would
/// carry along with every value.
///
/// # Errors
/// Where Cedar does not take its own form back; it does.
pub(crate) fn moved(policy: &Policy, id: &PolicyId, action: &EntityUid) -> Result<Policy, String> {
    let mut json = policy.to_json().map_err(|error| error.to_string())?;
    if let Value::Object(parts) = &mut json {
        let entity = json!({"type": action.type_name().to_string(), "id": action.id().unescaped()});
        parts.insert("action".to_owned(), json!({"op": "==", "entity": entity}));
    }
    Policy::from_json(Some(id.clone()), json).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(texts: &[&str]) -> Result<usize, (usize, String)> {
        let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
        policies(&texts).map(|found| found.len())
    }

    #[test]
    fn the_text_at_fault_is_named_and_a_text_of_two_policies_is_at_fault() {
        let good = "permit (principal, action, resource) when { context.a };";
        assert_eq!(read(&[good, good, good]), Ok(3));
        assert_eq!(read(&[]), Ok(0));
        for (texts, place) in [
            ([good, "permit (principal, action, resource) when { context. };", good], 1),
            ([good, good, "permit (principal, action, resource); permit (principal, action, resource);"], 2),
            (["permit (principal == ?principal, action, resource);", good, good], 0),
            ([good, "", good], 1),
        ] {
            assert_eq!(read(&texts).unwrap_err().0, place, "{texts:?}");
        }
    }

    #[test]
    fn a_moved_policy_says_the_same_for_another_action() {
        let text =
            "@reason(\"r\") forbid (principal, action == Action::\"a\", resource) unless { 1 < context.b };";
        let policy = Policy::parse(None, text).unwrap();
        let action = EntityUid::from_str("Action::\"b c\"").unwrap();
        let moved = moved(&policy, &PolicyId::new("f1"), &action).unwrap();
        let wanted = Policy::parse(Some(PolicyId::new("f1")), text.replace("::\"a\"", "::\"b c\"")).unwrap();
        assert_eq!(moved.to_json().unwrap(), wanted.to_json().unwrap());
        assert_eq!(moved.id(), wanted.id());
    }
}
