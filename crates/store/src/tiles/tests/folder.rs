use crate::tiles::{TileFolder, folder::UNFINISHED};
use service::ports::Tiles as _;
use std::fs;

#[tokio::test]
async fn nothing_unfinished_is_left_and_opening_clears_it_away() {
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("ledger");
    let tiles = TileFolder::open(&folder).unwrap();
    tiles.write("tile/0/000.p/1", vec![1; 32]).await.unwrap();
    assert!(tiles.write("tile/0/000.p/1", vec![2; 32]).await.is_err());
    let unfinished = folder.join(UNFINISHED);
    assert_eq!(fs::read_dir(&unfinished).unwrap().count(), 0);
    for name in ["1-17", "2-17"] {
        fs::write(unfinished.join(name), b"half").unwrap();
    }
    // What another node is writing just now stays.
    let old = fs::File::options().write(true).open(unfinished.join("1-17")).unwrap();
    let now = old.metadata().unwrap().modified().unwrap();
    old.set_modified(now - std::time::Duration::from_secs(2 * 3_600)).unwrap();
    TileFolder::open(&folder).unwrap();
    let left: Vec<_> = fs::read_dir(&unfinished).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["2-17"]);
    assert_eq!(fs::read_dir(outer.path()).unwrap().count(), 1);
}

#[tokio::test]
async fn what_cannot_be_written_is_an_error_and_can_be_written_later() {
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("ledger");
    let tiles = TileFolder::open(&folder).unwrap();
    // A file where a folder belongs.
    fs::write(folder.join("tile"), b"").unwrap();
    assert!(tiles.write("tile/0/000.p/1", vec![1; 32]).await.is_err());
    assert_eq!(tiles.read("tile/0/000.p/1").await.unwrap(), None);
    fs::remove_file(folder.join("tile")).unwrap();
    tiles.write("tile/0/000.p/1", vec![1; 32]).await.unwrap();
    assert_eq!(tiles.read("tile/0/000.p/1").await.unwrap(), Some(vec![1; 32]));
}

#[tokio::test]
async fn of_files_written_together_none_appears_where_one_cannot_be_made() {
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("ledger");
    let tiles = TileFolder::open(&folder).unwrap();
    // A file where a folder belongs.
    fs::create_dir(folder.join("tile")).unwrap();
    fs::write(folder.join("tile/1"), b"").unwrap();
    let files: Vec<_> = (0..20)
        .map(|number: u8| (format!("tile/0/0{number:02}"), vec![number; 32]))
        .chain([("tile/1/x001/000".to_owned(), vec![7; 32])])
        .collect();
    assert!(tiles.write_all(files.clone()).await.is_err());
    assert_eq!(tiles.read("tile/0/000").await.unwrap(), None);
    assert_eq!(fs::read_dir(folder.join(UNFINISHED)).unwrap().count(), 0);
    fs::remove_file(folder.join("tile/1")).unwrap();
    tiles.write_all(files.clone()).await.unwrap();
    for (path, bytes) in files {
        assert_eq!(tiles.read(&path).await.unwrap(), Some(bytes), "{path}");
    }
    assert_eq!(fs::read_dir(folder.join(UNFINISHED)).unwrap().count(), 0);
}

#[tokio::test]
async fn what_is_prepared_is_seen_once_it_is_published_and_leaves_nothing_where_it_is_not() {
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("ledger");
    let tiles = TileFolder::open(&folder).unwrap();
    let files: Vec<_> =
        (0..40).map(|number: u8| (format!("tile/0/0{number:02}"), vec![number; 256 * 32])).collect();
    let waiting = || fs::read_dir(folder.join(UNFINISHED)).unwrap().count();
    for publish in [false, true] {
        let prepared = tiles.prepare(files.clone()).await.unwrap();
        assert_eq!(waiting(), files.len());
        assert_eq!(tiles.read("tile/0/000").await.unwrap(), None);
        if publish {
            prepared.publish().await.unwrap();
        } else {
            drop(prepared);
        }
        assert_eq!(waiting(), 0);
    }
    for (path, bytes) in files {
        assert_eq!(tiles.read(&path).await.unwrap(), Some(bytes), "{path}");
    }
    // Somebody else published another thing meanwhile.
    let prepared = tiles.prepare(vec![("tile/0/050".to_owned(), vec![1; 32])]).await.unwrap();
    tiles.write("tile/0/050", vec![2; 32]).await.unwrap();
    assert!(prepared.publish().await.is_err());
    assert_eq!(tiles.read("tile/0/050").await.unwrap(), Some(vec![2; 32]));
    assert_eq!(waiting(), 0);
}
