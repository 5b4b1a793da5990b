#!/usr/bin/env node
// Starts the native program, which is in the package of this platform.
'use strict';

const { spawn } = require('node:child_process');
const fs = require('node:fs');
const { constants } = require('node:os');

// As bad usage has it: nothing was checked.
const UNUSABLE = 2;
const MAIN = '@arize-tasklint/cli';

const platforms = require('../platforms.json');

// null where the C library is not glibc, or this is not Linux.
function glibc() {
  if (process.platform !== 'linux')
    return null;
  return process.report.getReport().header.glibcVersionRuntime || null;
}

function isOlder(version, floor) {
  const [have, need] = [version, floor].map((text) => text.split('.').map(Number));
  return have[0] < need[0] || (have[0] === need[0] && have[1] < need[1]);
}

function resolve(platform) {
  try {
    return require.resolve(`${platform.package}/bin/${platform.executable}`);
  } catch {
    return null;
  }
}

// Why a file cannot be the program. What the system does not know as one, as an empty file, is started as a script, which does nothing and ends well.
function damage(program) {
  try {
    fs.accessSync(program, fs.constants.X_OK);
    const size = fs.statSync(program).size;
    const start = Buffer.alloc(4);
    const file = fs.openSync(program, 'r');
    fs.readSync(file, start, 0, 4, 0);
    fs.closeSync(file);
    const text = start.toString('latin1');
    if (text.startsWith('#!'))
      return null;
    if (size < 65536)
      return size === 0 ? 'it is empty' : 'it is cut off';
    return text === '\x7fELF' || text === '\xcf\xfa\xed\xfe' || text.startsWith('MZ') ? null : 'it is no program';
  } catch (failed) {
    return failed.message;
  }
}

// null where the package is damaged.
function versionOf(manifest) {
  try {
    return require(manifest).version || null;
  } catch {
    return null;
  }
}

function find() {
  const here = platforms.filter((one) => one.os === process.platform && one.cpu === process.arch);
  if (here.length === 0) {
    const known = platforms.map((one) => one.name).join(', ');
    return { error: `there is no program for ${process.platform} ${process.arch}, only for ${known}; with .NET, 'dotnet tool install Arize.TaskLint.Cli' runs anywhere` };
  }
  const version = glibc();
  // A program for another C library than the machine's does not start; a static one needs none.
  const fits = here.filter((one) => !one.glibc || process.platform !== 'linux' || (version && !isOlder(version, one.glibc)));
  for (const one of fits) {
    const program = resolve(one);
    if (!program)
      continue;
    const [own, its] = [require('../package.json').version, versionOf(`${one.package}/package.json`)];
    const again = `install it again: npm install ${MAIN}@${own}`;
    if (!its)
      return { error: `the package ${one.package} is damaged: its package.json is missing, or says no version; ${again}` };
    const why = damage(program);
    if (why)
      return { error: `the package ${one.package} is damaged: ${program} cannot be started: ${why}; ${again}` };
    return own === its ? { program }
      : { error: `the package ${one.package} has version ${its}, and ${MAIN} has ${own}; install one version of both: npm install ${MAIN}@${own}` };
  }
  if (fits.length === 0)
    return { error: `this machine has ${version ? `glibc ${version}` : 'another C library than glibc'}, and the program needs glibc ${here[0].glibc}` };
  const wanted = fits[0].package;
  const because = version && here[0] !== fits[0] ? `this machine has glibc ${version}, and the package for it needs ${here[0].glibc}; ` : '';
  return {
    error: `${because}the package ${wanted} is missing, which has the program; it is an optional dependency of ${MAIN}, and is left out by --omit=optional, `
      + `by a lock file of another platform, or where node_modules was copied from one; install it: npm install ${wanted}@${require('../package.json').version}`,
  };
}

const { program, error } = find();
if (error) {
  console.error(`tasklint: ${error}`);
  process.exit(UNUSABLE);
}

const child = spawn(program, process.argv.slice(2), { stdio: 'inherit', windowsHide: true });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => child.kill(signal));
child.on('error', (failed) => {
  console.error(`tasklint: ${program} cannot be started: ${failed.message}`);
  process.exit(UNUSABLE);
});
child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
