//! The quorum rule as a tree of thresholds over witnesses.

/// A witness, by its place in the policy, or a threshold over several members.
///
/// INVARIANT: the parser lists each name as a member at most once, so this is a tree, each witness is in
/// it at most once, and its size is bounded by the number of definitions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Quorum {
    Witness(usize),
    Group { threshold: usize, members: Vec<Quorum> },
}

impl Quorum {
    /// Whether the rule holds where `cosigned` says which witnesses have cosigned.
    pub(super) fn holds(&self, cosigned: &dyn Fn(usize) -> bool) -> bool {
        match self {
            Self::Witness(witness) => cosigned(*witness),
            Self::Group { threshold, members } => {
                members.iter().filter(|member| member.holds(cosigned)).count() >= *threshold
            }
        }
    }

    /// The fewest witnesses that make the rule hold, out of those that `usable` admits.
    pub(super) fn fewest(&self, usable: &dyn Fn(usize) -> bool) -> Option<usize> {
        match self {
            Self::Witness(witness) => usable(*witness).then_some(1),
            Self::Group { threshold, members } => {
                let mut costs: Vec<usize> =
                    members.iter().filter_map(|member| member.fewest(usable)).collect();
                costs.sort_unstable();
                (costs.len() >= *threshold).then(|| costs.iter().take(*threshold).sum())
            }
        }
    }
}
