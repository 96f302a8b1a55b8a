//! Reading the columns of a row. Whatever does not read is [`StoreError::Corrupt`] with the table's name, never its
//! content.

use crate::engine::{Readable, Row};
use casework::time::Moment;
use service::ports::StoreError;

/// A row of a table.
#[derive(Clone, Copy)]
pub(crate) struct Fields<'r> {
    row: &'r Row,
    table: &'static str,
}

impl<'r> Fields<'r> {
    pub(crate) const fn new(row: &'r Row, table: &'static str) -> Self {
        Self { row, table }
    }

    pub(crate) const fn corrupt(&self) -> StoreError {
        StoreError::Corrupt { table: self.table }
    }

    fn get<T: Readable<'r>>(&self, column: &'static str) -> Result<T, StoreError> {
        self.row.get(column).map_err(|_| self.corrupt())
    }

    pub(crate) fn text(&self, column: &'static str) -> Result<String, StoreError> {
        self.get(column)
    }

    pub(crate) fn text_or_none(&self, column: &'static str) -> Result<Option<String>, StoreError> {
        self.get(column)
    }

    pub(crate) fn bytes(&self, column: &'static str) -> Result<Vec<u8>, StoreError> {
        self.get(column)
    }

    pub(crate) fn bytes_or_none(&self, column: &'static str) -> Result<Option<Vec<u8>>, StoreError> {
        self.get(column)
    }

    /// 32 bytes, as of a digest.
    pub(crate) fn digest(&self, column: &'static str) -> Result<[u8; 32], StoreError> {
        self.bytes(column)?.try_into().map_err(|_| self.corrupt())
    }

    pub(crate) fn digest_or_none(&self, column: &'static str) -> Result<Option<[u8; 32]>, StoreError> {
        self.bytes_or_none(column)?.map(|bytes| bytes.try_into().map_err(|_| self.corrupt())).transpose()
    }

    pub(crate) fn flag(&self, column: &'static str) -> Result<bool, StoreError> {
        self.get(column)
    }

    pub(crate) fn signed(&self, column: &'static str) -> Result<i64, StoreError> {
        self.get(column)
    }

    /// A number that is never negative and fits the type asked for.
    pub(crate) fn number<T: TryFrom<i64>>(&self, column: &'static str) -> Result<T, StoreError> {
        T::try_from(self.signed(column)?).map_err(|_| self.corrupt())
    }

    pub(crate) fn moment(&self, column: &'static str) -> Result<Moment, StoreError> {
        self.signed(column).map(Moment)
    }

    pub(crate) fn moment_or_none(&self, column: &'static str) -> Result<Option<Moment>, StoreError> {
        Ok(self.get::<Option<i64>>(column)?.map(Moment))
    }

    /// An identifier of the type asked for.
    pub(crate) fn id<T: TryFrom<String>>(&self, column: &'static str) -> Result<T, StoreError> {
        T::try_from(self.text(column)?).map_err(|_| self.corrupt())
    }

    /// Several identifiers in one column, with spaces between.
    pub(crate) fn ids<T: TryFrom<String>>(&self, column: &'static str) -> Result<Vec<T>, StoreError> {
        let text = self.text(column)?;
        text.split_whitespace().map(|id| T::try_from(id.to_owned()).map_err(|_| self.corrupt())).collect()
    }

    pub(crate) fn id_or_none<T: TryFrom<String>>(
        &self,
        column: &'static str,
    ) -> Result<Option<T>, StoreError> {
        self.text_or_none(column)?.map(|text| T::try_from(text).map_err(|_| self.corrupt())).transpose()
    }
}

/// A count or position as the database keeps it: signed.
pub(crate) fn signed(number: u64, table: &'static str) -> Result<i64, StoreError> {
    i64::try_from(number).map_err(|_| StoreError::Corrupt { table })
}
