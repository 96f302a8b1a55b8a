// Checks a Candour ledger with golang.org/x/mod/sumdb, which nobody here wrote.
//
//	conformance made FOLDER          what crates/tlog/examples/outside.rs wrote there
//	conformance source SOURCE VKEY…  a ledger in a folder or at a URL; the first key is the log's
//	conformance sign FOLDER          writes a note and a key for the other side to verify
//
// It is built without modules, against the packages that Debian installs in /usr/share/gocode.
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: conformance made|source|sign …")
		os.Exit(2)
	}
	var err error
	switch os.Args[1] {
	case "made":
		err = made(os.Args[2])
	case "source":
		err = source(os.Args[2], os.Args[3:])
	case "sign":
		err = sign(os.Args[2])
	default:
		err = fmt.Errorf("unknown command %q", os.Args[1])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
