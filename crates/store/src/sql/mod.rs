//! Every statement, as a constant: `$1` placeholders and nothing that PostgreSQL would not understand.
//!
//! A reading statement is a [`Read`] and a changing one a [`Change`]. Both can only be made by [`statements!`], which
//! also lists them, and by [`many`], which lists its own, so that the test of query plans sees each one. What is particular to one database
//! lies in [`engine`](crate::engine) and in the migrations.

pub(crate) mod change;
pub(crate) mod keys;
pub(crate) mod many;
pub(crate) mod read;

#[cfg(test)]
mod plans;

/// A statement that reads and finds every row by an index.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Read(&'static str);

/// A statement that changes rows, and finds those it changes by an index.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Change(&'static str);

/// A statement that goes over a whole table, because that is what was asked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Whole(&'static str);

macro_rules! as_text {
    ($($name:ident)*) => {$(
        impl $name {
            pub(crate) const fn text(self) -> &'static str {
                self.0
            }
        }
    )*};
}
as_text! { Read Change Whole }

/// Declares statements of one kind, and a list of them for the test of plans.
macro_rules! statements {
    ($kind:ident, $list:ident: $($(#[$doc:meta])* $name:ident = $sql:expr;)*) => {
        $($(#[$doc])* pub(crate) const $name: crate::sql::$kind = crate::sql::$kind($sql);)*
        #[cfg(test)]
        pub(crate) const $list: &[(&str, &str)] = &[$((stringify!($name), $name.0)),*];
    };
}
pub(crate) use statements;
