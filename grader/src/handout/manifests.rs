//! Manifests of a workspace with fewer crates and fewer dependencies.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use toml::{Table, Value};

use super::Files;
use crate::manifest::{edited, keep_exercises_only, table};
use crate::run;

/// The grader's features that students have a use for.
const FOR_STUDENTS: [&str; 4] = ["exercises", "page", "plot", "watch"];

/// What only `grader/tests/cli` is written with.
const FOR_TESTS: &str = "expect-test";

/// Takes the reference, and what only instructors use, from the manifests.
///
/// # Errors
/// Where a manifest can't be read, or is not as expected.
pub fn shorten(root: &Path, files: &mut Files) -> Result<()> {
    let grader = edited(root, "grader/Cargo.toml", |manifest| {
        let features = table(manifest, "features")?;
        features.retain(|name, _| FOR_STUDENTS.contains(&name));
        // Optional is what belongs to a feature.
        let enabled = Value::from(features.clone()).to_string();
        let is_kept = |name: &str, how: &Value| {
            let is_optional = how.get("optional").and_then(Value::as_bool) == Some(true);
            !is_optional || enabled.contains(&format!("\"dep:{name}\""))
        };
        table(manifest, "dependencies")?.retain(|name, how| is_kept(name, how));
        for (_, target) in table(manifest, "target")? {
            let target = target.as_table_mut().context("a target is no table")?;
            table(target, "dependencies")?.retain(|name, how| is_kept(name, how));
        }
        table(manifest, "dev-dependencies")?.remove(FOR_TESTS);
        Ok(())
    })?;
    let worker =
        edited(root, "grader/subject/Cargo.toml", |manifest| keep_exercises_only(manifest).map(|_| ()))?;
    files.insert("grader/Cargo.toml".into(), grader.into_bytes());
    files.insert("grader/subject/Cargo.toml".into(), worker.into_bytes());
    let used = dependencies(files)?;
    let workspace = edited(root, "Cargo.toml", |manifest| {
        let workspace = table(manifest, "workspace")?;
        for list in ["members", "default-members"] {
            let members = workspace.get_mut(list).and_then(Value::as_array_mut);
            members
                .with_context(|| format!("no {list}"))?
                .retain(|member| member.as_str().is_some_and(|name| is_handed_out(name, files)));
        }
        table(workspace, "dependencies")?.retain(|name, _| used.contains(name));
        Ok(())
    })?;
    files.insert("Cargo.toml".into(), workspace.into_bytes());
    Ok(())
}

fn is_handed_out(member: &str, files: &Files) -> bool {
    files.contains_key(&format!("{member}/Cargo.toml"))
}

/// Everything that the handed out crates depend on, by name.
fn dependencies(files: &Files) -> Result<BTreeSet<String>> {
    let mut used = BTreeSet::new();
    for (name, content) in files.iter().filter(|(name, _)| name.ends_with("/Cargo.toml")) {
        let manifest: Table = toml::from_slice(content).with_context(|| format!("cannot read {name}"))?;
        let mut open = vec![manifest];
        while let Some(part) = open.pop() {
            for (name, inner) in part {
                match inner {
                    Value::Table(inner) if name.ends_with("dependencies") => {
                        used.extend(inner.into_iter().map(|(name, _)| name));
                    }
                    Value::Table(inner) => open.push(inner),
                    _ => {}
                }
            }
        }
    }
    Ok(used)
}

/// Lets cargo take from the lock file what the shorter manifests do not ask for.
///
/// # Errors
/// Where cargo can't, in its own words.
pub fn settle(folder: &Path) -> Result<()> {
    let ran = Command::new(run::cargo())
        .args(["update", "--workspace", "--offline", "--quiet"])
        .current_dir(folder)
        .output()
        .context("cannot start cargo")?;
    let words = String::from_utf8_lossy(&ran.stderr);
    ensure!(ran.status.success(), "the handout's dependencies can't be settled\n{}", words.trim_end());
    Ok(())
}
