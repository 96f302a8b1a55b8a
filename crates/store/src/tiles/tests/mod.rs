//! Both storages against one set of expectations, and each against its own faults.

mod folder;
mod hostile;
mod objects;
mod server;

use super::{ObjectTiles, TileFolder};
use server::Server;
use service::ports::{StoreError, Tiles};
use std::sync::Arc;
use tlog::{Checkpoint, LogSigner, merkle::leaf_hash, note::KeyName};

/// A storage, and another client of it, as another node has one.
struct Storage {
    name: &'static str,
    ours: Arc<dyn Tiles>,
    theirs: Arc<dyn Tiles>,
    _server: Option<Server>,
    _folder: tempfile::TempDir,
}

fn storages() -> [Storage; 2] {
    let folder = tempfile::tempdir().unwrap();
    let open = || Arc::new(TileFolder::open(&folder.path().join("ledger")).unwrap());
    let in_folder = Storage { name: "folder", ours: open(), theirs: open(), _server: None, _folder: folder };
    let server = Server::start();
    let client = || Arc::new(ObjectTiles::clone(&server.tiles()));
    let (ours, theirs) = (client(), client());
    let in_objects = Storage {
        name: "objects",
        ours,
        theirs,
        _server: Some(server),
        _folder: tempfile::tempdir().unwrap(),
    };
    [in_folder, in_objects]
}

/// A signed checkpoint; `branch` makes another root.
fn checkpoint(origin: &str, size: u64, branch: u8) -> Vec<u8> {
    let signer = LogSigner::from_seed(KeyName::new(origin).unwrap(), &[1; 32]);
    let root = leaf_hash(&[size.to_be_bytes().as_slice(), &[branch]].concat());
    Checkpoint::new(origin, size, root).unwrap().sign(&signer).unwrap().to_bytes()
}

const LOG: &str = "log.example/one";

#[tokio::test]
async fn a_tile_is_made_once_and_may_be_made_again_as_it_is() {
    for storage in storages() {
        for path in ["tile/0/000.p/5", "tile/0/000", "tile/2/x001/x234/067", "tile/entries/x001/000.p/255"] {
            let at = format!("{} {path}", storage.name);
            assert_eq!(storage.ours.read(path).await.unwrap(), None, "{at}");
            storage.ours.write(path, b"first".to_vec()).await.unwrap();
            for tiles in [&storage.ours, &storage.theirs] {
                tiles.write(path, b"first".to_vec()).await.unwrap();
                let other = tiles.write(path, b"second".to_vec()).await;
                let Err(StoreError::Published { path: named, .. }) = other else { panic!("{at}: {other:?}") };
                assert_eq!(named, path, "{at}");
                assert_eq!(tiles.read(path).await.unwrap().as_deref(), Some(&b"first"[..]), "{at}");
            }
        }
    }
}

#[tokio::test]
async fn a_checkpoint_is_replaced_by_a_later_one_alone() {
    for storage in storages() {
        for path in ["checkpoint", "checkpoints/2026-W47"] {
            let at = format!("{} {path}", storage.name);
            let put = |tiles: &Arc<dyn Tiles>, size, branch| {
                let tiles = tiles.clone();
                async move { tiles.write(path, checkpoint(LOG, size, branch)).await }
            };
            put(&storage.ours, 5, 0).await.unwrap();
            put(&storage.ours, 5, 0).await.unwrap();
            put(&storage.theirs, 9, 0).await.unwrap();
            // Ours read before theirs was written, and comes late.
            let late = put(&storage.ours, 7, 0).await;
            assert!(
                matches!(&late, Err(StoreError::Overtaken { path: named }) if named == path),
                "{at}: {late:?}"
            );
            let forked = put(&storage.ours, 9, 1).await;
            assert!(matches!(forked, Err(StoreError::Published { .. })), "{at}: {forked:?}");
            let other = storage.ours.write(path, checkpoint("log.example/two", 20, 0)).await;
            assert!(matches!(other, Err(StoreError::Published { .. })), "{at}: {other:?}");
            let none = storage.ours.write(path, b"no checkpoint".to_vec()).await;
            assert!(matches!(none, Err(StoreError::Published { .. })), "{at}: {none:?}");
            assert_eq!(storage.ours.read(path).await.unwrap(), Some(checkpoint(LOG, 9, 0)), "{at}");
        }
    }
}

#[tokio::test]
async fn the_policy_is_what_was_written_last() {
    for storage in storages() {
        for (tiles, text) in [(&storage.ours, "one"), (&storage.theirs, "two"), (&storage.ours, "three")] {
            tiles.write("policy", text.into()).await.unwrap();
            assert_eq!(storage.ours.read("policy").await.unwrap().as_deref(), Some(text.as_bytes()));
        }
    }
}

#[tokio::test]
async fn other_paths_are_refused() {
    for storage in storages() {
        for path in [
            "",
            ".",
            "..",
            "../checkpoint",
            "/checkpoint",
            "checkpoint/",
            "checkpoints/",
            "checkpoints/..",
            "checkpoints/../../x",
            "checkpoints/2026-W4",
            "checkpoints/latest",
            "tile/0/0",
            "tile/0/../../x",
            "tile/00/000",
            "tile/0/000.p/256",
            "tile/0/000.p/0",
            "tile/0/001/000",
            "tile/entries/../000",
            ".unfinished/0",
            ".lock",
            ".conditions",
            "tile/0/000\0",
        ] {
            assert!(storage.ours.write(path, Vec::new()).await.is_err(), "{} {path:?}", storage.name);
            assert!(storage.ours.read(path).await.is_err(), "{} {path:?}", storage.name);
        }
    }
}

#[tokio::test]
async fn many_files_at_once_are_each_whole() {
    for storage in storages() {
        let writers: Vec<_> = (1..=64_u8)
            .map(|n| {
                let tiles = if n % 2 == 0 { storage.ours.clone() } else { storage.theirs.clone() };
                tokio::spawn(async move {
                    tiles.write(&format!("tile/0/000.p/{n}"), vec![n; 32 * usize::from(n)]).await
                })
            })
            .collect();
        for writer in writers {
            writer.await.unwrap().unwrap();
        }
        for n in 1..=64_u8 {
            let bytes = storage.theirs.read(&format!("tile/0/000.p/{n}")).await.unwrap().unwrap();
            assert_eq!(bytes, vec![n; 32 * usize::from(n)], "{}", storage.name);
        }
    }
}

/// Every node puts its checkpoints up at once. Whatever the order, what stands at the end is the largest, and what was
/// read meanwhile never went back.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_checkpoints_at_once_never_go_back() {
    for storage in storages() {
        let writers: Vec<_> = (1..=40_u64)
            .map(|n| {
                // An order that is neither up nor down.
                let size = n * 17 % 41;
                let tiles = if n % 2 == 0 { storage.ours.clone() } else { storage.theirs.clone() };
                tokio::spawn(async move {
                    loop {
                        match tiles.write("checkpoint", checkpoint(LOG, size, 0)).await {
                            // Others were quicker several times over: the sequencer tries again as well.
                            Err(StoreError::Conflict) => {}
                            done => break done,
                        }
                    }
                })
            })
            .collect();
        let mut seen = 0;
        while writers.iter().any(|writer| !writer.is_finished()) {
            if let Some(bytes) = storage.theirs.read("checkpoint").await.unwrap() {
                let size = Checkpoint::parse_unverified(&bytes).unwrap().1.size();
                assert!(size >= seen, "{}: from {seen} back to {size}", storage.name);
                seen = size;
            }
            tokio::task::yield_now().await;
        }
        for writer in writers {
            let done = writer.await.unwrap();
            assert!(matches!(done, Ok(()) | Err(StoreError::Overtaken { .. })), "{done:?}");
        }
        assert_eq!(storage.ours.read("checkpoint").await.unwrap(), Some(checkpoint(LOG, 40, 0)));
    }
}

#[tokio::test]
async fn files_written_together_follow_the_rules_of_each() {
    for storage in storages() {
        let name = storage.name;
        let tile = |path: &str, byte| (path.to_owned(), vec![byte; 32]);
        let checkpoints = |size| ("checkpoint".to_owned(), checkpoint(LOG, size, 0));
        let files = vec![
            tile("tile/0/000", 1),
            tile("tile/entries/000", 2),
            tile("tile/1/000.p/1", 3),
            checkpoints(5),
        ];
        storage.ours.write_all(files.clone()).await.unwrap();
        for (path, bytes) in &files {
            assert_eq!(storage.theirs.read(path).await.unwrap().as_ref(), Some(bytes), "{name} {path}");
        }
        // Some of them are there already, and one is new.
        let more = [&files[..2], &[tile("tile/0/001.p/7", 4), checkpoints(6)]].concat();
        storage.theirs.write_all(more.clone()).await.unwrap();
        assert_eq!(storage.ours.read("tile/0/001.p/7").await.unwrap(), Some(vec![4; 32]), "{name}");
        // One that would change what is published, among others.
        let bad = vec![tile("tile/0/001.p/8", 5), tile("tile/0/000", 9), tile("tile/0/001.p/9", 6)];
        let other = storage.ours.write_all(bad).await;
        assert!(
            matches!(&other, Err(StoreError::Published { path, .. }) if path == "tile/0/000"),
            "{name} {other:?}"
        );
        assert_eq!(storage.ours.read("tile/0/000").await.unwrap(), Some(vec![1; 32]), "{name}");
        let late = storage.ours.write_all(vec![tile("tile/0/001.p/9", 6), checkpoints(5)]).await;
        assert!(matches!(late, Err(StoreError::Overtaken { .. })), "{name} {late:?}");
        assert_eq!(storage.ours.read("checkpoint").await.unwrap(), Some(more[3].1.clone()), "{name}");
        storage.ours.write_all(Vec::new()).await.unwrap();
    }
}
