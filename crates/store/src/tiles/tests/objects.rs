use super::{LOG, Server, checkpoint, server::credentials};
use crate::tiles::{ObjectSettings, ObjectSettingsError, ObjectTiles};
use service::ports::{StoreError, Tiles as _};
use std::{error::Error as _, time::Duration};

fn said(error: &StoreError) -> String {
    format!("{error}: {}", error.source().map(ToString::to_string).unwrap_or_default())
}

#[tokio::test]
async fn every_write_has_a_condition() {
    let server = Server::start();
    let tiles = server.tiles();
    tiles.write("tile/0/000.p/1", vec![1; 32]).await.unwrap();
    for size in [1, 2] {
        tiles.write("checkpoint", checkpoint(LOG, size, 0)).await.unwrap();
        tiles.write("policy", format!("{size}").into()).await.unwrap();
    }
    // The first is the test's own: it makes the bucket.
    let writes = server.writes();
    assert_eq!(writes[0].0, "/ledger");
    for (path, condition, _) in &writes[1..] {
        assert!(path.starts_with("/ledger/below/"), "{path}");
        assert_ne!(condition, "-", "{path}");
    }
    let last: Vec<_> = writes.iter().filter(|(path, ..)| path == "/ledger/below/checkpoint").collect();
    assert_eq!(
        last.iter().map(|(_, condition, _)| condition.as_str()).collect::<Vec<_>>(),
        ["if-none-match", "if-match"]
    );
}

#[tokio::test]
async fn storage_that_ignores_conditions_is_not_written_to() {
    let server = Server::start();
    server.set("deaf");
    let tiles = server.tiles();
    let refused = tiles.write("tile/0/000.p/1", vec![1; 32]).await.unwrap_err();
    assert!(said(&refused).contains("ignores the condition"), "{}", said(&refused));
    server.unset("deaf");
    assert_eq!(tiles.read("tile/0/000.p/1").await.unwrap(), None);
    tiles.write("tile/0/000.p/1", vec![1; 32]).await.unwrap();
}

#[tokio::test]
async fn a_write_whose_answer_was_lost_is_done() {
    let server = Server::start();
    let tiles = server.tiles();
    tiles.write("policy", b"one".to_vec()).await.unwrap();
    for (path, bytes) in [
        ("tile/0/000.p/1", vec![1; 32]),
        ("checkpoint", checkpoint(LOG, 1, 0)),
        ("checkpoint", checkpoint(LOG, 2, 0)),
        ("policy", b"two".to_vec()),
    ] {
        server.set("lose");
        tiles.write(path, bytes.clone()).await.unwrap();
        assert!(!server.is_set("lose"), "{path} was written");
        assert_eq!(tiles.read(path).await.unwrap(), Some(bytes), "{path}");
    }
}

#[tokio::test]
async fn storage_that_is_away_is_an_error_without_credentials_and_works_when_it_is_back() {
    let server = Server::start();
    let tiles = server.tiles();
    tiles.write("tile/0/000.p/1", vec![1; 32]).await.unwrap();
    server.set("away");
    let refused = tiles.write("checkpoint", checkpoint(LOG, 1, 0)).await.unwrap_err();
    assert!(matches!(refused, StoreError::Unavailable(_)), "{refused:?}");
    assert!(said(&refused).contains("503"), "{}", said(&refused));
    let all = format!("{} {refused:?} {tiles:?}", said(&refused));
    assert!(!all.contains(&credentials().access_key) && !all.contains(&credentials().secret_key), "{all}");
    assert!(tiles.read("checkpoint").await.is_err(), "away is not the same as not there");
    // Tiles that were seen are still there: they cannot have changed.
    assert_eq!(tiles.read("tile/0/000.p/1").await.unwrap(), Some(vec![1; 32]));
    server.unset("away");
    tiles.write("checkpoint", checkpoint(LOG, 1, 0)).await.unwrap();
    assert_eq!(tiles.read("checkpoint").await.unwrap(), Some(checkpoint(LOG, 1, 0)));
}

/// Nobody listens, and somebody who never answers.
#[tokio::test]
async fn storage_that_does_not_answer_is_given_up() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let nobody = closed.local_addr().unwrap();
    drop(closed);
    for address in [silent.local_addr().unwrap(), nobody] {
        let settings = ObjectSettings {
            bucket: "s3://ledger".to_owned(),
            region: "eu-west-2".to_owned(),
            endpoint: Some(format!("http://{address}")),
            patience: Duration::from_millis(50),
        };
        let tiles = ObjectTiles::new(&settings, credentials()).unwrap();
        for done in [tiles.read("checkpoint").await.map(|_| ()), tiles.write("policy", vec![1]).await] {
            assert!(matches!(done, Err(StoreError::Unavailable(_))), "{done:?}");
        }
    }
}

#[tokio::test]
async fn a_bucket_that_is_not_there_is_an_error_when_it_is_written_to() {
    let server = Server::start();
    let settings = ObjectSettings { bucket: "s3://another".to_owned(), ..server.settings() };
    let tiles = ObjectTiles::new(&settings, credentials()).unwrap();
    let refused = tiles.write("tile/0/000.p/1", vec![1; 32]).await.unwrap_err();
    assert!(matches!(refused, StoreError::Unavailable(_)), "{refused:?}");
}

#[test]
fn settings_at_fault_are_named() {
    let good = ObjectSettings {
        bucket: "s3://ledger/below/this".to_owned(),
        region: "eu-west-2".to_owned(),
        endpoint: None,
        patience: Duration::from_secs(1),
    };
    let fault = |settings: &ObjectSettings| ObjectTiles::new(settings, credentials()).err();
    assert_eq!(fault(&good), None);
    for bucket in ["", "ledger", "s3://", "https://ledger", "s3:///x", "s3://a/../b", "s3://a//b", "s3://a b"]
    {
        let settings = ObjectSettings { bucket: bucket.to_owned(), ..good.clone() };
        assert_eq!(fault(&settings), Some(ObjectSettingsError::Bucket), "{bucket}");
    }
    for endpoint in [
        "",
        "objects.example",
        "http://objects.example",
        "http://192.0.2.1",
        "ftp://127.0.0.1",
        "https://user@objects.example",
        "https://objects.example/path",
        "https://objects.example?x",
    ] {
        let settings = ObjectSettings { endpoint: Some(endpoint.to_owned()), ..good.clone() };
        assert_eq!(fault(&settings), Some(ObjectSettingsError::Endpoint), "{endpoint}");
    }
    for endpoint in ["https://objects.example", "http://127.0.0.1:9000", "http://[::1]:9000"] {
        let settings = ObjectSettings { endpoint: Some(endpoint.to_owned()), ..good.clone() };
        assert_eq!(fault(&settings), None, "{endpoint}");
    }
    let settings = ObjectSettings { region: String::new(), ..good.clone() };
    assert_eq!(fault(&settings), Some(ObjectSettingsError::Region));
    for wrong in ["", "two words"] {
        let mut credentials = credentials();
        credentials.secret_key = wrong.to_owned();
        let refused = ObjectTiles::new(&good, credentials).unwrap_err();
        assert_eq!(refused, ObjectSettingsError::Credentials);
    }
}
