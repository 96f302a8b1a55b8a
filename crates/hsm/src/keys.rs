//! Keys of a token: found, looked at, made, used.
//!
//! Why AES-GCM by `C_Encrypt` and not a key-wrap mechanism by `C_UnwrapKey` is said in ADR 0038.

use std::fmt;

use cryptoki::mechanism::aead::GcmParams;
use cryptoki::mechanism::eddsa::{EddsaParams, EddsaSignatureScheme};
use cryptoki::mechanism::{Mechanism, MechanismType};
use cryptoki::object::{Attribute, AttributeType, KeyType, ObjectClass, ObjectHandle};
use cryptoki::types::Ulong;
use vault::keyfile::wrapped::WrapperKey;
use zeroize::Zeroizing;

use crate::error::{HsmError, failed};
use crate::token::{Open, Token};

pub(crate) const WRAPPING: &str = "wrapping key";
pub(crate) const SIGNING: &str = "ledger key";

const NONCE_BYTES: usize = 12;
const TAG_BYTES: usize = 16;
/// An identifier that no other key has.
const ID_BYTES: u32 = 16;
/// The curve edwards25519 as an object identifier, 1.3.101.112 (RFC 8410).
const ED25519_OID: [u8; 5] = [0x06, 0x03, 0x2b, 0x65, 0x70];
/// The same as a name, which some modules want instead (PKCS#11 3.0, 2.3.10).
const ED25519_NAME: &[u8] = b"\x13\x0cedwards25519";

/// What a token says of a key that may be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Described {
    /// Its identifier.
    pub id: Vec<u8>,
    /// Whether it was made in the module and could never be taken out. One that was imported may have copies.
    pub never_left: bool,
}

impl fmt::Display for Described {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(if self.never_left {
            "made in the module, not extractable"
        } else {
            "not extractable; imported, so that copies may exist elsewhere"
        })
    }
}

/// A key that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// What the token says of it.
    pub described: Described,
    /// Of a ledger key, the public half.
    pub public: Option<[u8; 32]>,
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn named(label: &str, id: Option<&[u8]>) -> String {
    id.map_or_else(|| label.to_owned(), |id| format!("{label} {}", hex(id)))
}

fn find(
    open: &Open,
    class: ObjectClass,
    label: &str,
    id: Option<&[u8]>,
) -> Result<Vec<ObjectHandle>, HsmError> {
    let mut template = vec![Attribute::Class(class), Attribute::Label(label.as_bytes().to_vec())];
    template.extend(id.map(|id| Attribute::Id(id.to_vec())));
    open.session.find_objects(&template).map_err(failed("look for a key"))
}

fn one(
    open: &Open,
    class: ObjectClass,
    what: &'static str,
    label: &str,
    id: Option<&[u8]>,
) -> Result<ObjectHandle, HsmError> {
    match find(open, class, label, id)?.as_slice() {
        [key] => Ok(*key),
        [] => Err(HsmError::NoKey { what, named: named(label, id) }),
        keys => Err(HsmError::SeveralKeys { what, named: named(label, id), count: keys.len() }),
    }
}

/// What a key has to be: the attribute, what it has to say, and what is wrong where it says something else.
type Demand = (Attribute, &'static str);

fn of_every_key() -> Vec<Demand> {
    vec![
        (Attribute::Token(true), "it is not kept in the token (CKA_TOKEN is false)"),
        (Attribute::Private(true), "it can be used without a PIN (CKA_PRIVATE is false)"),
        (Attribute::Sensitive(true), "it can be read in the clear (CKA_SENSITIVE is false)"),
        (Attribute::Extractable(false), "it can leave the module (CKA_EXTRACTABLE is true)"),
    ]
}

fn of_a_wrapping_key() -> Vec<Demand> {
    let mut demands = of_every_key();
    demands.extend([
        (Attribute::KeyType(KeyType::AES), "it is no AES key"),
        (Attribute::ValueLen(Ulong::new(32)), "it does not have 256 bits"),
        (Attribute::Encrypt(true), "it may not encrypt (CKA_ENCRYPT is false)"),
        (Attribute::Decrypt(true), "it may not decrypt (CKA_DECRYPT is false)"),
    ]);
    demands
}

fn of_a_ledger_key() -> Vec<Demand> {
    let mut demands = of_every_key();
    demands.extend([
        (Attribute::KeyType(KeyType::EC_EDWARDS), "it is no Edwards key"),
        (Attribute::Sign(true), "it may not sign (CKA_SIGN is false)"),
    ]);
    demands
}

// SECURITY: what a key must be is asked at each use and never remembered: a token can be exchanged for another with the
// same label while the service runs. What the token does not say counts against the key.
fn inspect(
    open: &Open,
    key: ObjectHandle,
    what: &'static str,
    name: &str,
    demands: &[Demand],
) -> Result<Described, HsmError> {
    let mut asked: Vec<AttributeType> = demands.iter().map(|(demand, _)| demand.attribute_type()).collect();
    asked.extend([AttributeType::Id, AttributeType::AlwaysSensitive, AttributeType::NeverExtractable]);
    let said = open.session.get_attributes(key, &asked).map_err(failed("describe a key"))?;
    let faults: Vec<String> = demands
        .iter()
        .filter_map(|(demand, why)| {
            match said.iter().find(|said| said.attribute_type() == demand.attribute_type()) {
                Some(said) if said == demand => None,
                Some(_) => Some((*why).to_owned()),
                None => Some(format!("the token does not say whether {why}")),
            }
        })
        .collect();
    if !faults.is_empty() {
        return Err(HsmError::Unfit { what, named: name.to_owned(), why: faults.join("; ") });
    }
    let id = said.iter().find_map(|said| match said {
        Attribute::Id(id) => Some(id.clone()),
        _ => None,
    });
    let never_left =
        said.contains(&Attribute::AlwaysSensitive(true)) && said.contains(&Attribute::NeverExtractable(true));
    Ok(Described { id: id.unwrap_or_default(), never_left })
}

fn wrapping_key(open: &Open, label: &str, id: Option<&[u8]>) -> Result<(ObjectHandle, Described), HsmError> {
    let key = one(open, ObjectClass::SECRET_KEY, WRAPPING, label, id)?;
    let described = inspect(open, key, WRAPPING, &named(label, id), &of_a_wrapping_key())?;
    Ok((key, described))
}

fn ledger_key(open: &Open, label: &str) -> Result<(ObjectHandle, Described), HsmError> {
    let key = one(open, ObjectClass::PRIVATE_KEY, SIGNING, label, None)?;
    let described = inspect(open, key, SIGNING, label, &of_a_ledger_key())?;
    Ok((key, described))
}

fn offers(open: &Open, mechanism: MechanismType, name: &'static str) -> Result<(), HsmError> {
    let offered = open.context.get_mechanism_list(open.slot).map_err(failed("list its mechanisms"))?;
    if offered.contains(&mechanism) { Ok(()) } else { Err(HsmError::Mechanism { mechanism: name }) }
}

fn fresh_id(open: &Open) -> Result<Vec<u8>, HsmError> {
    open.session.generate_random_vec(ID_BYTES).map_err(failed("give random bytes"))
}

impl Token {
    /// The key of this label that wraps, once it was looked at. Where there are several, its identifier says which.
    ///
    /// # Errors
    /// [`HsmError`]: that there is none or more than one, or what is wrong with it.
    pub fn wrapping_key(&self, label: &str, id: Option<&[u8]>) -> Result<(WrapperKey, Described), HsmError> {
        self.with(|open| {
            offers(open, MechanismType::AES_GCM, "CKM_AES_GCM")?;
            let (_, described) = wrapping_key(open, label, id)?;
            let name = WrapperKey::new(label, &described.id);
            Ok((name.ok_or_else(|| HsmError::Label { label: label.to_owned() })?, described))
        })
    }

    /// Makes a key in the token that wraps others: AES-256, sensitive, not extractable.
    ///
    /// # Errors
    /// [`HsmError`]; a key that came out otherwise than it was asked for is refused like any other.
    pub fn make_wrapping_key(&self, label: &str) -> Result<Made, HsmError> {
        if WrapperKey::new(label, &[0]).is_none() {
            return Err(HsmError::Label { label: label.to_owned() });
        }
        self.with(|open| {
            offers(open, MechanismType::AES_GCM, "CKM_AES_GCM")?;
            let id = fresh_id(open)?;
            let template = [
                Attribute::Token(true),
                Attribute::Private(true),
                Attribute::Sensitive(true),
                Attribute::Extractable(false),
                Attribute::Encrypt(true),
                Attribute::Decrypt(true),
                Attribute::Wrap(false),
                Attribute::Unwrap(false),
                Attribute::ValueLen(Ulong::new(32)),
                Attribute::Label(label.as_bytes().to_vec()),
                Attribute::Id(id.clone()),
            ];
            open.session.generate_key(&Mechanism::AesKeyGen, &template).map_err(failed("make a key"))?;
            let (_, described) = wrapping_key(open, label, Some(&id))?;
            Ok(Made { described, public: None })
        })
    }

    /// The ledger's key of this label, once it was looked at, and its public half.
    ///
    /// # Errors
    /// As [`Token::wrapping_key`].
    pub fn ledger_key(&self, label: &str) -> Result<(Described, [u8; 32]), HsmError> {
        self.with(|open| {
            offers(open, MechanismType::EDDSA, "CKM_EDDSA")?;
            let (_, described) = ledger_key(open, label)?;
            Ok((described, public_half(open, label)?))
        })
    }

    /// Makes the ledger's key pair in the token: Ed25519, the private half sensitive and not extractable.
    ///
    /// # Errors
    /// [`HsmError::Exists`] where the label is taken, and as [`Token::make_wrapping_key`].
    pub fn make_ledger_key(&self, label: &str) -> Result<Made, HsmError> {
        self.with(|open| {
            offers(open, MechanismType::ECC_EDWARDS_KEY_PAIR_GEN, "CKM_EC_EDWARDS_KEY_PAIR_GEN")?;
            if !find(open, ObjectClass::PRIVATE_KEY, label, None)?.is_empty() {
                return Err(HsmError::Exists { what: SIGNING, named: label.to_owned() });
            }
            let id = fresh_id(open)?;
            let private = [
                Attribute::Token(true),
                Attribute::Private(true),
                Attribute::Sensitive(true),
                Attribute::Extractable(false),
                Attribute::Sign(true),
                Attribute::Label(label.as_bytes().to_vec()),
                Attribute::Id(id.clone()),
            ];
            let make = |curve: &[u8]| {
                let public = [
                    Attribute::Token(true),
                    Attribute::Private(false),
                    Attribute::Verify(true),
                    Attribute::EcParams(curve.to_vec()),
                    Attribute::Label(label.as_bytes().to_vec()),
                    Attribute::Id(id.clone()),
                ];
                open.session.generate_key_pair(&Mechanism::EccEdwardsKeyPairGen, &public, &private)
            };
            make(&ED25519_OID).or_else(|_| make(ED25519_NAME)).map_err(failed("make a key pair"))?;
            let (_, described) = ledger_key(open, label)?;
            Ok(Made { described, public: Some(public_half(open, label)?) })
        })
    }

    pub(crate) fn seal(&self, under: &WrapperKey, key: &[u8], bound: &[u8]) -> Result<Vec<u8>, HsmError> {
        self.with(|open| {
            let (handle, _) = wrapping_key(open, under.label(), Some(under.id()))?;
            // Of 96 random bits: the few thousand keys that are ever wrapped stay far below 2^32 (NIST SP 800-38D, 8.3).
            let mut nonce = [0; NONCE_BYTES];
            open.session.generate_random_slice(&mut nonce).map_err(failed("give random bytes"))?;
            let params = gcm(&mut nonce, bound)?;
            let sealed = open
                .session
                .encrypt(&Mechanism::AesGcm(params), handle, key)
                .map_err(failed("wrap a key"))?;
            if sealed.len() != key.len() + TAG_BYTES {
                return Err(HsmError::Form { what: "a sealed key has the wrong length" });
            }
            // Read again after the call: a module that insists on nonces of its own puts its own one there.
            Ok([&nonce[..], &sealed].concat())
        })
    }

    pub(crate) fn unseal(
        &self,
        under: &WrapperKey,
        wrapped: &[u8],
        bound: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, HsmError> {
        let Some((nonce, sealed)) = wrapped.split_first_chunk::<NONCE_BYTES>() else {
            return Err(HsmError::Form { what: "a wrapped key is too short" });
        };
        self.with(|open| {
            let (handle, _) = wrapping_key(open, under.label(), Some(under.id()))?;
            let mut nonce = *nonce;
            let params = gcm(&mut nonce, bound)?;
            open.session
                .decrypt(&Mechanism::AesGcm(params), handle, sealed)
                .map(Zeroizing::new)
                .map_err(failed("unwrap a key"))
        })
    }

    pub(crate) fn sign(&self, label: &str, message: &[u8]) -> Result<[u8; 64], HsmError> {
        self.with(|open| {
            let (key, _) = ledger_key(open, label)?;
            let scheme = EddsaParams::new(EddsaSignatureScheme::Ed25519);
            let signature =
                open.session.sign(&Mechanism::Eddsa(scheme), key, message).map_err(failed("sign"))?;
            <[u8; 64]>::try_from(signature.as_slice())
                .map_err(|_| HsmError::Form { what: "a signature has the wrong length" })
        })
    }
}

fn gcm<'a>(nonce: &'a mut [u8; NONCE_BYTES], bound: &'a [u8]) -> Result<GcmParams<'a>, HsmError> {
    GcmParams::new(nonce, bound, Ulong::new(8 * 16)).map_err(failed("take its parameters"))
}

/// The public half: 32 bytes, which the standard wants in a DER OCTET STRING and some modules give bare.
fn public_half(open: &Open, label: &str) -> Result<[u8; 32], HsmError> {
    const OUT_OF_FORM: HsmError = HsmError::Form { what: "a public key is no point of edwards25519" };
    let key = one(open, ObjectClass::PUBLIC_KEY, "public half of the ledger key", label, None)?;
    let said =
        open.session.get_attributes(key, &[AttributeType::EcPoint]).map_err(failed("describe a key"))?;
    let point = said.into_iter().find_map(|said| match said {
        Attribute::EcPoint(point) => Some(point),
        _ => None,
    });
    let point = point.ok_or(OUT_OF_FORM)?;
    let bare = match point.as_slice() {
        [0x04, 0x20, bare @ ..] if bare.len() == 32 => bare,
        bare => bare,
    };
    <[u8; 32]>::try_from(bare).map_err(|_| OUT_OF_FORM)
}
