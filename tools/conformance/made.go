package main

import (
	"bufio"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// made checks what the other side wrote: checkpoints, tiles, and every proof line.
func made(folder string) error {
	var vkeys []string
	for _, name := range []string{"log.vkey", "witness.vkey"} {
		vkey, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			return err
		}
		vkeys = append(vkeys, string(vkey))
	}
	known, err := verifiers(vkeys)
	if err != nil {
		return err
	}
	ledger := filepath.Join(folder, "ledger")
	heads, err := readHeads(filepath.Join(folder, "checkpoints"), known)
	if err != nil {
		return err
	}
	var largest int64
	for size := range heads {
		if size > largest {
			largest = size
		}
	}
	entries, err := readEntries(ledger, largest)
	if err != nil {
		return err
	}
	tree, err := build(entries)
	if err != nil {
		return err
	}
	count := 0
	for size, head := range heads {
		root, err := tlog.TreeHash(size, tree)
		if err != nil {
			return err
		}
		if size == 0 {
			// RFC 6962, section 2.1; x/mod gave zeroes until 2024.
			root = sha256.Sum256(nil)
		}
		if root != head.tree.Hash {
			return fmt.Errorf("the root at %d is another", size)
		}
		more, err := sameTiles(ledger, size, tree)
		if err != nil {
			return fmt.Errorf("at %d: %w", size, err)
		}
		count += more
	}
	fmt.Printf("%d sizes, %d entries, %d tiles\n", len(heads), len(entries), count)
	proofs, err := checkProofs(filepath.Join(folder, "proofs"), tree)
	if err != nil {
		return err
	}
	fmt.Printf("%d proofs\n", proofs)
	return huge(filepath.Join(folder, "huge"), known)
}

// readHeads opens every checkpoint: signed by both keys that Go can verify, and by one that it cannot.
func readHeads(folder string, known note.Verifiers) (map[int64]checkpoint, error) {
	files, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	heads := map[int64]checkpoint{}
	for _, file := range files {
		bytes, err := os.ReadFile(filepath.Join(folder, file.Name()))
		if err != nil {
			return nil, err
		}
		head, err := openCheckpoint(bytes, known)
		if err != nil {
			return nil, fmt.Errorf("checkpoint %s: %w", file.Name(), err)
		}
		if head.verified != 2 || head.unknown != 1 || fmt.Sprint(head.tree.N) != file.Name() {
			return nil, fmt.Errorf("checkpoint %s: %+v", file.Name(), head)
		}
		// A changed text must not open.
		changed := []byte(strings.Replace(string(bytes), "\n", "x\n", 1))
		if _, err := note.Open(changed, known); err == nil {
			return nil, fmt.Errorf("checkpoint %s opens when changed", file.Name())
		}
		heads[head.tree.N] = head
	}
	return heads, nil
}

// checkProofs verifies each proof, sees that x/mod makes the same one, and that a changed one does not hold.
//
//	record SIZE INDEX LEAF ROOT HASH…
//	tree NEW OLD NEW-ROOT OLD-ROOT HASH…
func checkProofs(path string, tree tlog.HashReader) (int, error) {
	file, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer file.Close()
	theirs, err := os.Create(path + ".go")
	if err != nil {
		return 0, err
	}
	defer theirs.Close()
	lines, count := bufio.NewScanner(file), 0
	for lines.Scan() {
		again, err := checkProof(strings.Fields(lines.Text()), tree)
		if err != nil {
			return 0, fmt.Errorf("%s: %w", lines.Text(), err)
		}
		if again != lines.Text() {
			return 0, fmt.Errorf("%s: x/mod gives %s", lines.Text(), again)
		}
		fmt.Fprintln(theirs, again)
		count++
	}
	return count, lines.Err()
}

func checkProof(words []string, tree tlog.HashReader) (string, error) {
	if len(words) < 5 {
		return "", fmt.Errorf("too short")
	}
	size, err := strconv.ParseInt(words[1], 10, 64)
	if err != nil {
		return "", err
	}
	second, err := strconv.ParseInt(words[2], 10, 64)
	if err != nil {
		return "", err
	}
	var hashes []tlog.Hash
	for _, word := range words[3:] {
		hash, err := tlog.ParseHash(word)
		if err != nil {
			return "", err
		}
		hashes = append(hashes, hash)
	}
	first, root, proof := hashes[0], hashes[1], hashes[2:]
	check := func(proof []tlog.Hash) error {
		return tlog.CheckRecord(proof, size, root, second, first)
	}
	remake := func() ([]tlog.Hash, error) { return tlog.ProveRecord(size, second, tree) }
	if words[0] == "tree" {
		check = func(proof []tlog.Hash) error { return tlog.CheckTree(proof, size, first, second, root) }
		remake = func() ([]tlog.Hash, error) { return tlog.ProveTree(size, second, tree) }
	}
	if err := check(proof); err != nil {
		return "", err
	}
	for place := range proof {
		proof[place][31] ^= 1
		if check(proof) == nil {
			return "", fmt.Errorf("holds with hash %d changed", place)
		}
		proof[place][31] ^= 1
	}
	made, err := remake()
	if err != nil {
		return "", err
	}
	again := append([]string{}, words[:5]...)
	for _, hash := range made {
		again = append(again, hash.String())
	}
	return strings.Join(again, " "), nil
}
