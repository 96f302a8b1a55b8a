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

    /// The fewest witnesses that make the rule hold.
    pub(super) fn fewest(&self) -> usize {
        match self {
            Self::Witness(_) => 1,
            Self::Group { threshold, members } => {
                let mut costs: Vec<usize> = members.iter().map(Self::fewest).collect();
                costs.sort_unstable();
                costs.iter().take(*threshold).sum()
            }
        }
    }
}
