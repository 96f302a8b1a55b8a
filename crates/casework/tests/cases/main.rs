//! What casework does, from outside: whole lives of cases, one behaviour a test, and properties of random lives.

extern crate candour_casework as casework;

#[cfg(test)]
mod support;

#[cfg(test)]
mod adoption;
#[cfg(test)]
mod approvals;
#[cfg(test)]
mod authorisation;
#[cfg(test)]
mod breaches;
#[cfg(test)]
mod closing;
#[cfg(test)]
mod conversations;
#[cfg(test)]
mod day;
#[cfg(test)]
mod deferrals;
#[cfg(test)]
mod emergencies;
#[cfg(test)]
mod notices;
#[cfg(test)]
mod officers;
#[cfg(test)]
mod people;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod proposals;
#[cfg(test)]
mod recalls;
#[cfg(test)]
mod referrals;
#[cfg(test)]
mod rung;
#[cfg(test)]
mod wire;
