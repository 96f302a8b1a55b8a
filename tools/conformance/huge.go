package main

import (
	"fmt"
	"os"
	"path/filepath"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// hugeEntry is the entry of an index in the tree of 16,777,217: most tiles of 256 are alike, every 997th is its own.
func hugeEntry(index int64) []byte {
	if index/256%997 == 0 || index >= 1<<24 {
		return []byte(fmt.Sprintf("entry %d", index))
	}
	return []byte(fmt.Sprintf("entry %d of many", index%256))
}

// hugeRoot computes the hash of each full tile from the entries themselves, and folds them.
func hugeRoot(size int64) tlog.Hash {
	tileRoot := func(tile int64) tlog.Hash {
		row := make([]tlog.Hash, 256)
		for place := range row {
			row[place] = tlog.RecordHash(hugeEntry(tile*256 + int64(place)))
		}
		return fold(row)
	}
	common := tileRoot(1)
	row := make([]tlog.Hash, size/256)
	for tile := range row {
		if tile%997 == 0 {
			row[tile] = tileRoot(int64(tile))
		} else {
			row[tile] = common
		}
	}
	whole := fold(row)
	if size%256 == 0 {
		return whole
	}
	// The sizes asked for are 256^3 and one more, so that what is left over is one leaf to the right of the rest.
	return tlog.NodeHash(whole, tlog.RecordHash(hugeEntry(size-1)))
}

// fold hashes a row whose length is a power of two.
func fold(row []tlog.Hash) tlog.Hash {
	for len(row) > 1 {
		half := make([]tlog.Hash, len(row)/2)
		for place := range half {
			half[place] = tlog.NodeHash(row[2*place], row[2*place+1])
		}
		row = half
	}
	return row[0]
}

// huge checks the tree of 16,777,217: its root, and proofs that x/mod makes from the tiles that are there.
func huge(folder string, known note.Verifiers) error {
	bytes, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	if err != nil {
		return err
	}
	head, err := openCheckpoint(bytes, known)
	if err != nil {
		return err
	}
	if head.tree.N != 1<<24+1 {
		return fmt.Errorf("the huge tree has %d entries", head.tree.N)
	}
	if root := hugeRoot(head.tree.N); root != head.tree.Hash {
		return fmt.Errorf("the root of the huge tree is %v and not %v", root, head.tree.Hash)
	}
	// TileHashReader checks each tile against the root before it uses it.
	count, err := checkProofs(filepath.Join(folder, "proofs"), tlog.TileHashReader(head.tree, tiles{folder}))
	if err != nil {
		return err
	}
	fmt.Printf("%d proofs at %d\n", count, head.tree.N)
	return nil
}
