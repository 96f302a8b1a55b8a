//! Puts the pages' assets where the binary can embed them.
//!
//! The NHS design system's stylesheet names a font that we have no licence for and a host that is not ours. Both are
//! taken out here, so that what is served asks nobody else for anything. Of its rules and its script those are kept that
//! a page of ours can need (ADR 0041).
//!
//! What a browser needs to check ML-DSA signatures is put together here from modules of `@noble/post-quantum`.

#[path = "build/bundle.rs"]
mod bundle;
#[path = "build/modules.rs"]
mod modules;
#[path = "build/prune.rs"]
mod prune;

use flate2::{Compression, write::GzEncoder};
use modules::Source;
use prune::Named;
use std::{
    cell::RefCell,
    collections::{BTreeMap, hash_map::DefaultHasher},
    env,
    error::Error,
    fmt::Write as _,
    fs,
    hash::{Hash as _, Hasher as _},
    io::Write as _,
    path::{Path, PathBuf},
};

/// The version that `web/package-lock.json` pins; asset addresses carry it.
const NHSUK: &str = "10.6.1";
/// The module that checks ML-DSA signatures, below `node_modules`.
const ML_DSA: &str = "@noble/post-quantum/ml-dsa.js";
/// The script of ours into which the components are put that it imports.
const STARTS_COMPONENTS: &str = "candour.js";
/// Where classes are named, beside the scripts.
const NAMES_CLASSES: &[&str] = &["templates", "../words/locales"];
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
    let mirrored = here.join(format!("../../web/node_modules/.mirrored/nhsuk-frontend-{NHSUK}.rtl.min.css"));
    println!("cargo::rerun-if-changed={}", style.display());
    println!("cargo::rerun-if-changed={}", mirrored.display());
    println!("cargo::rerun-if-changed=assets");
    let source = Packages { folder: here.join("../../web/node_modules"), licences: RefCell::default() };
    let mut named = Named::default();
    for folder in NAMES_CLASSES {
        println!("cargo::rerun-if-changed={folder}");
        note(&here.join(folder), &mut named)?;
    }
    let mut files = Vec::new();
    for image in IMAGES {
        files.push((format!("images/{image}"), fs::read(nhsuk.join("assets/images").join(image))?));
    }
    for own in own_assets(&here.join("assets"))? {
        let mut bytes = fs::read(&own)?;
        let name = own.file_name().and_then(|name| name.to_str()).ok_or("an asset's name is not text")?;
        let (stem, ending) = name.rsplit_once('.').ok_or("an asset's name has no ending")?;
        if name == STARTS_COMPONENTS {
            let text = String::from_utf8(bytes)?;
            bytes = bundle::bundled(name, &text, &source)
                .map_err(|why| format!("{why}. See crates/candour/build/bundle.rs"))?
                .into_bytes();
        }
        if ending == "js" {
            named.note(&String::from_utf8_lossy(&bytes));
        }
        let served = format!("{stem}-{}.{ending}", digest(&bytes));
        let variable = format!("CANDOUR_{}_{}", stem.to_uppercase(), ending.to_uppercase());
        println!("cargo::rustc-env={variable}=/assets/{served}");
        files.push((served, bytes));
    }
    files.extend(design_system(&style, &mirrored, &named)?);
    let modules = modules::assemble(ML_DSA, &source).map_err(|why| {
        format!("{why}. Run `make assets`; if that does not help, see crates/candour/build/modules.rs")
    })?;
    let entry = modules.last().ok_or("there is no module for ML-DSA")?;
    println!("cargo::rustc-env=CANDOUR_ML_DSA_JS=/assets/{}", entry.name);
    files.extend(modules.into_iter().map(|module| (module.name, module.text.into_bytes())));
    files.extend(source.licences.into_inner());
    write_table(&out, &files)
}

/// Takes note of the classes that the files below a folder name.
fn note(folder: &Path, named: &mut Named) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            note(&path, named)?;
        } else {
            named.note(&fs::read_to_string(path)?);
        }
    }
    Ok(())
}

/// Files to be packed: the name and the content of each.
type Files = Vec<(String, Vec<u8>)>;

/// The design system's stylesheets for both ways of writing, as far as pages need them. They share a digest, so that the
/// name of one leads to the other's.
fn design_system(style: &Path, mirrored: &Path, named: &Named) -> Result<Files, Box<dyn Error>> {
    let mut kept = Vec::new();
    for sheet in [style, mirrored] {
        let text = fs::read_to_string(sheet).map_err(|why| {
            format!("the pages' assets are missing: run `make assets` ({}: {why})", sheet.display())
        })?;
        kept.push(prune::pruned(&without_fonts(&text), named)?);
    }
    let digest = digest(kept.concat().as_bytes());
    let mut files = Vec::new();
    for (text, (kind, variable)) in
        kept.into_iter().zip([("min", "CANDOUR_DESIGN_SYSTEM_CSS"), ("rtl.min", "CANDOUR_MIRRORED_CSS")])
    {
        let served = format!("nhsuk-frontend-{NHSUK}-{digest}.{kind}.css");
        println!("cargo::rustc-env={variable}=/assets/{served}");
        files.push((served, text.into_bytes()));
    }
    Ok(files)
}

/// What npm has installed.
struct Packages {
    /// `node_modules`.
    folder: PathBuf,
    /// Licences of the packages that modules came from, under the names under which they are served.
    licences: RefCell<BTreeMap<String, Vec<u8>>>,
}

impl Packages {
    fn text(&self, path: &str) -> Result<String, String> {
        let file = self.folder.join(path);
        println!("cargo::rerun-if-changed={}", file.display());
        fs::read_to_string(&file).map_err(|why| format!("{}: {why}", file.display()))
    }
}

impl Source for Packages {
    fn read(&self, path: &str) -> Result<String, String> {
        self.text(path)
    }

    fn heading(&self, package: &str) -> Result<String, String> {
        // npm puts a second version of a package there, which `modules` would not find.
        if self.folder.join(package).join("node_modules").exists() {
            return Err(format!("{package} has packages of its own, which this build does not look into"));
        }
        let described = self.text(&format!("{package}/package.json"))?;
        let version = described.split_once("\"version\": \"").and_then(|(_, rest)| rest.split_once('"'));
        let (version, _) = version.ok_or_else(|| format!("{package} names no version"))?;
        // The design system's package names its licence and does not bring it.
        if package == "nhsuk-frontend" {
            let licence = described.split_once("\"license\": \"").and_then(|(_, rest)| rest.split_once('"'));
            let (licence, _) = licence.ok_or_else(|| format!("{package} names no licence"))?;
            return Ok(format!("/*! {package} {version}. Licence: {licence} */"));
        }
        let licence = self.text(&format!("{package}/LICENSE"))?;
        let author = licence.lines().find(|line| line.starts_with("Copyright"));
        let author = author.ok_or_else(|| format!("the licence of {package} names no author"))?;
        let stem = package.trim_start_matches('@').replace('/', "-");
        let served = format!("{stem}-licence-{}.txt", digest(licence.as_bytes()));
        let heading = format!("/*! {package} {version}. {author}. The licence: /assets/{served} */");
        self.licences.borrow_mut().insert(served, licence.into_bytes());
        Ok(heading)
    }

    fn name(&self, stem: &str, text: &str) -> String {
        format!("{stem}-{}.js", digest(text.as_bytes()))
    }
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
    table.push_str(
        "];\n/// What is shorter packed by gzip (RFC 1952).\nconst PACKED: &[(&str, &[u8])] = &[\n",
    );
    for (name, bytes) in files {
        let mut packer = GzEncoder::new(Vec::new(), Compression::best());
        packer.write_all(bytes)?;
        let packed = packer.finish()?;
        if packed.len() >= bytes.len() {
            continue;
        }
        let path = folder.join(format!("{name}.gz"));
        fs::write(&path, packed)?;
        writeln!(table, "    ({name:?}, include_bytes!({:?})),", path.display().to_string())?;
    }
    table.push_str("];\n");
    fs::write(out.join("assets.rs"), table)?;
    Ok(())
}
