package main

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// height of c2sp.org/tlog-tiles, which has one and does not name it; x/mod puts it into the path.
const height = 8

// fetch reads a file of a ledger from a folder or over HTTP.
func fetch(source, path string) ([]byte, error) {
	if !strings.HasPrefix(source, "http") {
		return os.ReadFile(filepath.Join(source, path))
	}
	answer, err := http.Get(source + "/" + path)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", path, answer.Status)
	}
	return io.ReadAll(answer.Body)
}

// pathOf translates x/mod's name of a tile.
func pathOf(tile tlog.Tile) string {
	return "tile/" + strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/", height))
}

// bundlePath is the bundle beside a tile of level 0.
func bundlePath(tile tlog.Tile) string {
	return "tile/entries/" + strings.TrimPrefix(pathOf(tile), "tile/0/")
}

// tiles gives x/mod the tiles that it asks for.
type tiles struct{ source string }

func (t tiles) Height() int                     { return height }
func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}
func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		data, err := fetch(t.source, pathOf(tile))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

// stored is a whole tree in memory, as x/mod lays it out.
type stored []tlog.Hash

func (s stored) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	all := make([]tlog.Hash, len(indexes))
	for place, index := range indexes {
		if index >= int64(len(s)) {
			return nil, fmt.Errorf("no hash %d", index)
		}
		all[place] = s[index]
	}
	return all, nil
}

// tilesOf lists the tiles of a tree of this size. x/mod lists every width of a partial tile; only the last is the tree's.
func tilesOf(size int64) []tlog.Tile {
	var all []tlog.Tile
	for _, tile := range tlog.NewTiles(height, 0, size) {
		if last := len(all) - 1; last >= 0 && all[last].L == tile.L && all[last].N == tile.N {
			all = all[:last]
		}
		all = append(all, tile)
	}
	return all
}

// readEntries reads every entry from the bundles of a tree of this size.
func readEntries(source string, size int64) ([][]byte, error) {
	var entries [][]byte
	for _, tile := range tilesOf(size) {
		if tile.L != 0 {
			continue
		}
		bundle, err := fetch(source, bundlePath(tile))
		if err != nil {
			return nil, err
		}
		for place := 0; place < tile.W; place++ {
			if len(bundle) < 2 {
				return nil, fmt.Errorf("%s is cut", bundlePath(tile))
			}
			length := int(bundle[0])<<8 | int(bundle[1])
			if len(bundle) < 2+length {
				return nil, fmt.Errorf("%s is cut", bundlePath(tile))
			}
			entries = append(entries, bundle[2:2+length])
			bundle = bundle[2+length:]
		}
		if len(bundle) != 0 {
			return nil, fmt.Errorf("%s has more than %d entries", bundlePath(tile), tile.W)
		}
	}
	return entries, nil
}

// build computes the whole tree over the entries.
func build(entries [][]byte) (stored, error) {
	var all stored
	for index, entry := range entries {
		more, err := tlog.StoredHashes(int64(index), entry, all)
		if err != nil {
			return nil, err
		}
		all = append(all, more...)
	}
	return all, nil
}

// sameTiles compares each tile of a tree of this size with what the tree gives.
func sameTiles(source string, size int64, tree stored) (int, error) {
	all := tilesOf(size)
	for _, tile := range all {
		want, err := tlog.ReadTileData(tile, tree)
		if err != nil {
			return 0, err
		}
		have, err := fetch(source, pathOf(tile))
		if err != nil {
			return 0, err
		}
		if !bytes.Equal(have, want) {
			return 0, fmt.Errorf("%s is another", pathOf(tile))
		}
	}
	return len(all), nil
}

// source checks a ledger: signatures, every entry, every tile, and proofs read from tiles for entries from end to
// end, every one where there are fewer than 500.
func source(from string, vkeys []string) error {
	known, err := verifiers(vkeys)
	if err != nil {
		return err
	}
	bytes, err := fetch(from, "checkpoint")
	if err != nil {
		return err
	}
	head, err := openCheckpoint(bytes, known)
	if err != nil {
		return err
	}
	if head.verified < len(vkeys) {
		return fmt.Errorf("%d of %d keys have signed", head.verified, len(vkeys))
	}
	entries, err := readEntries(from, head.tree.N)
	if err != nil {
		return err
	}
	tree, err := build(entries)
	if err != nil {
		return err
	}
	root, err := tlog.TreeHash(head.tree.N, tree)
	if err != nil {
		return err
	}
	if root != head.tree.Hash {
		return fmt.Errorf("the root is %v and not %v", root, head.tree.Hash)
	}
	count, err := sameTiles(from, head.tree.N, tree)
	if err != nil {
		return err
	}
	reader := tlog.TileHashReader(head.tree, tiles{from})
	for index := 0; index < len(entries); index += 1 + len(entries)/500 {
		proof, err := tlog.ProveRecord(head.tree.N, int64(index), reader)
		if err != nil {
			return err
		}
		leaf := tlog.RecordHash(entries[index])
		err = tlog.CheckRecord(proof, head.tree.N, head.tree.Hash, int64(index), leaf)
		if err != nil {
			return err
		}
	}
	fmt.Printf("%d entries, %d tiles, %d signatures\n", len(entries), count, head.verified)
	return nil
}
