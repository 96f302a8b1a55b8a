//! Puts the pages' assets where the binary can embed them.
//!
//! The NHS design system's stylesheet names a font that we have no licence for and a host that is not ours. Both are
//! taken out here, so that what is served asks nobody else for anything.

use std::{
    collections::hash_map::DefaultHasher,
    env,
    error::Error,
    fmt::Write as _,
    fs,
    hash::{Hash as _, Hasher as _},
    path::{Path, PathBuf},
};

/// The version that `web/package-lock.json` pins; asset addresses carry it.
const NHSUK: &str = "10.6.1";
/// Images that the stylesheet asks for, and the arrow of links that lead on.
const IMAGES: &[&str] = &[
    "nhsuk-icon-arrow-down.svg",
    "nhsuk-icon-arrow-up-down.svg",
    "nhsuk-icon-arrow-up.svg",
    "nhsuk-icon-cross.svg",
];

fn main() -> Result<(), Box<dyn Error>> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or("cargo names no manifest folder")?);
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo names no output folder")?);
    let nhsuk = here.join("../../web/node_modules/nhsuk-frontend/dist/nhsuk");
    let style = nhsuk.join(format!("nhsuk-frontend-{NHSUK}.min.css"));
    println!("cargo::rerun-if-changed={}", style.display());
    println!("cargo::rerun-if-changed=assets");
    if !style.exists() {
        return Err(format!(
            "the pages' assets are missing: run `make assets` (looked for {})",
            style.display()
        )
        .into());
    }
    let mut files = Vec::new();
    files.push((
        format!("nhsuk-frontend-{NHSUK}.min.css"),
        without_fonts(&fs::read_to_string(&style)?).into_bytes(),
    ));
    files.push((
        format!("nhsuk-frontend-{NHSUK}.min.js"),
        fs::read(nhsuk.join(format!("nhsuk-frontend-{NHSUK}.min.js")))?,
    ));
    for image in IMAGES {
        files.push((format!("images/{image}"), fs::read(nhsuk.join("assets/images").join(image))?));
    }
    for own in own_assets(&here.join("assets"))? {
        let bytes = fs::read(&own)?;
        let name = own.file_name().and_then(|name| name.to_str()).ok_or("an asset's name is not text")?;
        let (stem, ending) = name.rsplit_once('.').ok_or("an asset's name has no ending")?;
        let served = format!("{stem}-{}.{ending}", digest(&bytes));
        let variable = format!("CANDOUR_{}_{}", stem.to_uppercase(), ending.to_uppercase());
        println!("cargo::rustc-env={variable}=/assets/{served}");
        files.push((served, bytes));
    }
    write_table(&out, &files)
}

/// Our own assets, in a fixed order.
fn own_assets(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        found.push(entry?.path());
    }
    found.sort();
    Ok(found)
}

/// The stylesheet without its fonts and the host that serves them.
fn without_fonts(style: &str) -> String {
    let mut kept = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, after)) = rest.split_once("@font-face{") {
        kept.push_str(before);
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept.replace("font-family:Frutiger W01,arial,sans-serif", "font-family:arial,sans-serif")
        .replace("font-family:Frutiger W01", "font-family:arial")
}

/// Eight hexadecimal digits that change with the content, so that an address may be kept for long.
fn digest(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("{:016x}", hasher.finish()).chars().take(8).collect()
}

/// Writes the files and the table that embeds them.
fn write_table(out: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Box<dyn Error>> {
    let folder = out.join("assets");
    fs::create_dir_all(folder.join("images"))?;
    let mut table = String::from("const FILES: &[(&str, &[u8])] = &[\n");
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::write(&path, bytes)?;
        writeln!(table, "    ({name:?}, include_bytes!({:?})),", path.display().to_string())?;
    }
    table.push_str("];\n");
    fs::write(out.join("assets.rs"), table)?;
    Ok(())
}
