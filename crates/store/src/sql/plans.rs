//! Every statement is asked for its plan: none goes over a table, and none sorts.

use super::{
    change, keys,
    many::{self, Places},
    read,
};
use crate::{
    Database,
    engine::{Connection, sqlite},
    private_server,
};
use sqlx::{AssertSqlSafe, Executor as _, Row as _, SqlSafeStr as _};

async fn plan(connection: &mut Connection, statement: &str) -> Vec<String> {
    let Connection::Sqlite(connection) = connection else { panic!("plans are those of SQLite") };
    let rows = sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}")))
        .fetch_all(connection)
        .await
        .unwrap_or_else(|error| panic!("{statement}: {error}"));
    rows.iter().map(|row| row.get("detail")).collect()
}

/// What is wrong with a plan; `SCAN page` is the walk over a page that a search has already cut off, and a clause of
/// values, constant rows and `numbers` are what the statement itself brings.
fn complaint(plan: &[String]) -> Option<&String> {
    let harmless = |step: &String| {
        let rest = step.strip_prefix("SCAN ");
        let constant = rest.and_then(|rest| {
            rest.strip_suffix("-ROW VALUES CLAUSE").or_else(|| rest.strip_suffix(" CONSTANT ROWS"))
        });
        ["SCAN page", "SCAN numbers", "SCAN CONSTANT ROW"].contains(&step.as_str())
            || constant.is_some_and(|rows| rows.parse::<u32>().is_ok())
    };
    plan.iter().find(|step| (step.starts_with("SCAN") && !harmless(step)) || step.contains("TEMP B-TREE"))
}

async fn assert_searches(file: &str, lists: &[&[(&str, &str)]]) {
    let folder = tempfile::tempdir().unwrap();
    let store = Database::create(folder.path()).await.unwrap();
    let mut connection = sqlite::writer(&folder.path().join(file), None).await.unwrap();
    let mut searches = 0;
    for (name, statement) in lists.iter().copied().flatten() {
        let plan = plan(&mut connection, statement).await;
        assert_eq!(complaint(&plan), None, "{name}: {plan:#?}");
        searches += plan.iter().filter(|step| step.starts_with("SEARCH")).count();
        if statement.starts_with("SELECT") {
            assert!(plan.iter().any(|step| step.starts_with("SEARCH")), "{name}: {plan:#?}");
        }
    }
    assert!(searches > 0);
    store.close().await;
}

#[tokio::test]
async fn no_statement_goes_over_a_table_of_the_database() {
    assert_searches("candour.db", &[read::READS, change::CHANGES, &many::texts(Places::Nameless)]).await;
}

#[tokio::test]
async fn no_statement_goes_over_the_keystore() {
    assert_searches("keystore.db", &[keys::READS, keys::CHANGES]).await;
}

#[tokio::test]
async fn queues_and_lists_are_read_in_the_order_of_an_index() {
    let expected = [
        (read::QUEUE, "PRIMARY KEY (role=? AND scope=? AND rank=? AND since>?)"),
        (read::QUEUE_LENGTH, "PRIMARY KEY (role=? AND scope=? AND rank=? AND since>?)"),
        (read::QUEUE_AFTER, "(role=? AND scope=? AND (rank,since,case_id,kind,n)>(?,?,?,?,?))"),
        (read::REPORTS_OF, "cases_by_reporter (opened_by=? AND (opened,case_id)<(?,?))"),
        (read::CASES_OF_UNIT, "cases_by_unit (unit=? AND (updated,case_id)<(?,?))"),
        (read::CASES_TO_WAKE, "cases_by_wake (wake<?)"),
        (read::CASES_TO_RELEASE, "cases_by_release (to_release=?)"),
    ];
    let folder = tempfile::tempdir().unwrap();
    let store = Database::create(folder.path()).await.unwrap();
    let mut connection = sqlite::writer(&folder.path().join("candour.db"), None).await.unwrap();
    for (statement, index) in expected {
        let plan = plan(&mut connection, statement.text()).await;
        assert!(plan.iter().any(|step| step.contains(index)), "{index}: {plan:#?}");
    }
    store.close().await;
}

#[tokio::test]
async fn a_plan_that_scans_or_sorts_would_be_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let store = Database::create(folder.path()).await.unwrap();
    let mut connection = sqlite::writer(&folder.path().join("candour.db"), None).await.unwrap();
    for bad in ["SELECT 1 FROM cases WHERE stage = $1", "SELECT 1 FROM cases WHERE unit = $1 ORDER BY stage"]
    {
        assert!(complaint(&plan(&mut connection, bad).await).is_some(), "{bad}");
    }
    store.close().await;
}

#[tokio::test]
async fn statements_over_whole_tables_are_valid() {
    let folder = tempfile::tempdir().unwrap();
    let store = Database::create(folder.path()).await.unwrap();
    let mut connection = sqlite::writer(&folder.path().join("candour.db"), None).await.unwrap();
    for (_, statement) in read::WHOLES {
        plan(&mut connection, statement).await;
    }
    store.close().await;
}

#[tokio::test]
async fn postgresql_understands_every_statement() {
    let server = private_server::database().await;
    let store = Database::create_server(&server).await.unwrap();
    for (schema, lists) in [
        ("candour", &[read::READS, change::CHANGES, read::WHOLES, &many::texts(Places::Numbered)][..]),
        ("candour_keys", &[keys::READS, keys::CHANGES]),
    ] {
        let Connection::Postgres(mut connection) = server.writer(schema).await.unwrap() else {
            panic!("not on PostgreSQL")
        };
        for (name, statement) in lists.iter().copied().flatten() {
            let prepared = (&mut connection).prepare(AssertSqlSafe(*statement).into_sql_str()).await;
            assert!(prepared.is_ok(), "{name}: {prepared:?}");
        }
    }
    store.close().await;
}
