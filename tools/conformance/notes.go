package main

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// checkpoint is what a log says of itself, its signature verified.
type checkpoint struct {
	origin string
	tree   tlog.Tree
	// How many lines were by given keys, and how many by others.
	verified, unknown int
}

// cosigner verifies the timestamped Ed25519 cosignatures of c2sp.org/tlog-cosignature, which x/mod does not know.
type cosigner struct {
	name string
	id   uint32
	key  ed25519.PublicKey
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.id }
func (c cosigner) Verify(text, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	time := binary.BigEndian.Uint64(sig)
	return ed25519.Verify(c.key, []byte(fmt.Sprintf("cosignature/v1\ntime %d\n%s", time, text)), sig[8:])
}

// verifier reads a key: the log's goes to x/mod, a witness's is read here.
func verifier(vkey string) (note.Verifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, fmt.Errorf("malformed key %q", vkey)
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(key) == 0 {
		return nil, fmt.Errorf("malformed key %q", vkey)
	}
	if key[0] != 4 {
		return note.NewVerifier(vkey)
	}
	id, err := hex.DecodeString(parts[1])
	if err != nil || len(id) != 4 || len(key) != 1+ed25519.PublicKeySize {
		return nil, fmt.Errorf("malformed key %q", vkey)
	}
	return cosigner{parts[0], binary.BigEndian.Uint32(id), ed25519.PublicKey(key[1:])}, nil
}

func verifiers(vkeys []string) (note.Verifiers, error) {
	var all []note.Verifier
	for _, vkey := range vkeys {
		one, err := verifier(vkey)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return note.VerifierList(all...), nil
}

func openCheckpoint(bytes []byte, known note.Verifiers) (checkpoint, error) {
	opened, err := note.Open(bytes, known)
	if err != nil {
		return checkpoint{}, err
	}
	lines := strings.SplitN(opened.Text, "\n", 4)
	if len(lines) != 4 || lines[3] != "" {
		return checkpoint{}, errors.New("the checkpoint does not have three lines")
	}
	var found checkpoint
	found.origin = lines[0]
	if _, err := fmt.Sscanf(lines[1], "%d", &found.tree.N); err != nil {
		return checkpoint{}, err
	}
	if fmt.Sprint(found.tree.N) != lines[1] {
		return checkpoint{}, fmt.Errorf("the size %q is not plain", lines[1])
	}
	found.tree.Hash, err = tlog.ParseHash(lines[2])
	found.verified, found.unknown = len(opened.Sigs), len(opened.UnverifiedSigs)
	return found, err
}

// sign writes notes that x/mod signed: one that holds, one whose text was changed afterwards.
func sign(folder string) error {
	secret, public, err := note.GenerateKey(rand.Reader, "go.example/log")
	if err != nil {
		return err
	}
	signer, err := note.NewSigner(secret)
	if err != nil {
		return err
	}
	text := "go.example/log\n1\n" + tlog.RecordHash([]byte("x")).String() + "\n"
	signed, err := note.Sign(&note.Note{Text: text}, signer)
	if err != nil {
		return err
	}
	changed := strings.Replace(string(signed), "log\n1\n", "log\n2\n", 1)
	for name, content := range map[string]string{"go.vkey": public, "go.note": string(signed), "go.changed": changed} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o644); err != nil {
			return err
		}
	}
	return nil
}
