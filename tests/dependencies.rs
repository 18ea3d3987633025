//! Tests that each dependency in `Cargo.toml` has a comment that says why it is there.

#![allow(clippy::unwrap_used)]

use serde_json::Value;

const GUIDE: &str = include_str!("../docs/supply-chain.md");

#[test]
fn each_crate_says_in_a_line_why_it_is_there() {
    let manifests = [
        include_str!("../Cargo.toml"),
        include_str!("../crates/tariff/Cargo.toml"),
        include_str!("fuzz/Cargo.toml"),
    ];
    let mut crates = 0;
    for manifest in manifests {
        let mut depends = false;
        for line in manifest.lines() {
            if line.starts_with('[') {
                depends = line.contains("dependencies]");
            } else if depends && line.contains(" = ") && !line.contains("workspace = true") {
                crates += 1;
                let reason = line.split_once('#').map_or("", |(_, reason)| reason.trim());
                assert!(reason.len() > 10, "{line}");
            }
        }
    }
    assert!(crates > 25, "only {crates} dependencies were found: the test no longer reads what it should");
}

#[test]
fn each_npm_package_says_in_a_line_why_it_is_there_and_has_one_version() {
    for package in [include_str!("../package.json"), include_str!("../benches/package.json")] {
        let package: Value = serde_json::from_str(package).unwrap();
        let packages =
            ["dependencies", "devDependencies"].iter().filter_map(|kind| package[kind].as_object());
        let mut packages = packages.flatten().peekable();
        assert!(packages.peek().is_some());
        for (name, version) in packages {
            assert!(GUIDE.contains(&format!("| `{name}` |")), "docs/supply-chain.md does not have {name}");
            assert!(version.as_str().unwrap().starts_with(|first: char| first.is_ascii_digit()), "{name}");
        }
    }
}

#[test]
fn the_tools_of_the_build_have_one_version() {
    let versions = include_str!("../tools/versions.sh");
    let pinned: Vec<_> = versions.lines().filter_map(|line| line.split_once("_version=")).collect();
    assert!(pinned.len() >= 3);
    for (tool, version) in pinned {
        assert_eq!(version.split('.').count(), 3, "{tool}");
        // A name in the shell has no hyphens.
        let has = |name: &str| GUIDE.contains(&format!("| `{name}` |"));
        assert!(has(tool) || has(&tool.replace('_', "-")), "docs/supply-chain.md does not have {tool}");
    }
}
