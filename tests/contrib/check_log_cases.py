# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases for contrib/check-log; test_check_log.sh runs them. Prints TAP.

The script is loaded once and called many times: hundreds of logs with one
fault each must all go red, and starting Python for each would take a minute.
"""
import contextlib
import importlib.machinery
import importlib.util
import io
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

SCRIPT, VECTORS = sys.argv[1:]
ROOT = "3b9eb26379d2470a997ff50c67e0a4ff9958e0578862cd02361d7478530d7df4"
GOOD = f"ok 1 7 entries {ROOT}\n"

loader = importlib.machinery.SourceFileLoader("check_log", SCRIPT)
check_log = importlib.util.module_from_spec(
    importlib.util.spec_from_loader("check_log", loader))
loader.exec_module(check_log)
folder = tempfile.mkdtemp()
STORE, COPY = os.path.join(folder, "a store#1.db"), os.path.join(folder, "copy")


def run(*args):
    """Exit status and output of the script."""
    out = io.StringIO()
    sys.argv = ["check-log", *args]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        status = check_log.main()
    return status, out.getvalue()


def red(what, *args):
    status, out = run(*args)
    if status != 1 or not out or out.split("\n")[-2].startswith("ok "):
        raise AssertionError(f"{what}: exit {status}, {out!r}")


def green(*args):
    result = run(*args)
    if result != (0, GOOD):
        raise AssertionError(f"{args}: {result}")


def faulty(function, *args):
    """The function must refuse."""
    try:
        function(*args)
    except (check_log.Fault, ValueError):
        return
    raise AssertionError(f"{function.__name__}{args} was taken")


def changed(value):
    """Every value near this one that is worth a try."""
    if value is None:
        return ["x", b"x", 1]
    if isinstance(value, int):
        return [value + 1, value - 1, None, "x"]
    if isinstance(value, str):
        middle = len(value) // 2
        other = "a" if value[middle] != "a" else "b"
        return [value[:middle] + other + value[middle + 1:], value[:-1],
                value + "x", value.swapcase(), "", None]
    flipped = [bytes(b ^ (1 << i % 8) * (i == at) for i, b in enumerate(value))
               for at in (0, len(value) // 2, len(value) - 1)]
    return [*flipped, value[:-1], value + b"\0", b"", None]


def vector_lines():
    with open(VECTORS, encoding="utf-8") as file:
        lines = file.read().split("\n")
    told = [n for n, line in enumerate(lines)
            if line and not line.startswith(("#", "key "))]
    return lines, told


def check_vectors(lines, what):
    with open(COPY, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))
    red(what, "--vectors", COPY)


def changed_store(statement, values, *args, what=None):
    shutil.copy(STORE, COPY)
    with contextlib.closing(sqlite3.connect(COPY)) as db, db:
        db.execute(statement, values)
    red(what or (statement, values), *args, COPY)


def rows():
    with contextlib.closing(sqlite3.connect(STORE)) as db:
        for table in ("log_tree", "log_entry", "log_value"):
            cursor = db.execute(f"SELECT rowid, * FROM {table}")
            names = [column[0] for column in cursor.description][1:]
            for row in cursor.fetchall():
                yield table, row[0], dict(zip(names, row[1:]))


def resealed(change, keep_note=False):
    """A copy whose tree fits its entries again; signed by nobody."""
    shutil.copy(STORE, COPY)
    with contextlib.closing(sqlite3.connect(COPY)) as db, db:
        change(db)
        peaks, n = [], 0
        for data, in db.execute("SELECT data FROM log_entry ORDER BY seq"):
            check_log.append(peaks, data)
            n += 1
        db.execute("UPDATE log_tree SET size = ?, root = ?, peaks = ?",
                   [n, check_log.root_of(peaks), b"".join(p for _, p in peaks)])
        if not keep_note:
            db.execute("UPDATE log_tree SET checkpoint = NULL, verifier = NULL")


def verifier():
    return next(row["verifier"] for _, _, row in rows())


# The cases.

def good_vectors_pass():
    green("--vectors", VECTORS)


def good_store_passes():
    green(STORE)
    green("--verifier", verifier(), STORE)


def script_runs_by_itself():
    done = subprocess.run([sys.executable, "-B", SCRIPT, STORE],
                          capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, GOOD), done
    done = subprocess.run([sys.executable, "-B", SCRIPT], capture_output=True)
    assert done.returncode == 2, done


def any_changed_line_of_the_vectors_is_found():
    lines, told = vector_lines()
    for n in told:
        start = lines[n].find(" ") + 1
        for at in {start, (start + len(lines[n])) // 2, len(lines[n]) - 1}:
            other = "1" if lines[n][at:at + 1] != "1" else "2"
            line = lines[n][:at] + other + lines[n][at + 1:]
            check_vectors([*lines[:n], line, *lines[n + 1:]], line)


def any_lost_line_of_the_vectors_is_found():
    lines, told = vector_lines()
    for n in told:
        if not lines[n].startswith("leaf "):    # told twice: by data, too
            check_vectors(lines[:n] + lines[n + 1:], f"without {lines[n]}")


def any_changed_column_is_found():
    tried = 0
    for table, rowid, row in rows():
        for column, value in row.items():
            for other in changed(value):
                if other == value or (column, other) in (
                        ("verifier", None), ("verifier", "")):
                    continue    # without a key nothing is said of signatures
                changed_store(f"UPDATE {table} SET {column} = ? WHERE rowid = ?",
                              [other, rowid])
                tried += 1
    assert tried > 300, tried


def any_lost_row_is_found():
    for table, rowid, row in rows():
        if table != "log_tree":
            changed_store(f"DELETE FROM {table} WHERE rowid = ?", [rowid])
    changed_store("DELETE FROM log_tree", [])


def added_rows_are_found():
    changed_store("INSERT INTO log_value VALUES(1, 1, 300, ?, 'B 123 XYZ')",
                  [bytes(16)], what="an erased value comes back")
    changed_store("INSERT INTO log_value VALUES(1, 0, 9, ?, 'x')", [bytes(16)])
    changed_store("INSERT INTO log_value VALUES(1, 7, 9, ?, 'x')", [bytes(16)])
    changed_store("INSERT INTO log_value VALUES(2, 0, 9, ?, 'x')", [bytes(16)])
    changed_store("INSERT INTO log_entry VALUES(1, 7, ?)", [b"x"])
    changed_store("INSERT INTO log_entry VALUES(1, -1, ?)", [b"x"])
    changed_store("INSERT INTO log_entry SELECT 2, seq, data FROM log_entry", [])
    changed_store("INSERT INTO log_tree SELECT 2, log_id, size, root, peaks, "
                  "checkpoint, verifier FROM log_tree", [])


def truncation_is_found_by_the_checkpoint():
    def cut(db):
        db.execute("DELETE FROM log_entry WHERE seq = 6")
        db.execute("DELETE FROM log_value WHERE seq = 6")
    resealed(cut, keep_note=True)
    red("truncated", COPY)


def gap_is_found_though_the_tree_fits():
    resealed(lambda db: db.execute("DELETE FROM log_entry WHERE seq = 5"))
    red("gap", COPY)


def checkpoint_must_fit_even_where_no_key_is_known():
    note = next(row["checkpoint"] for _, _, row in rows())
    text, line = note.split("\n\n")
    origin, size, root = text.split("\n")
    empty = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
    for fits, parts in ((True, (origin, size, root)),
                        (False, (origin[:-1], size, root)),
                        (False, ("x", size, root)),
                        (False, (origin, "6", root)),
                        (False, (origin, "8", empty)),
                        (False, (origin, "0", root)),
                        (True, (origin, "0", empty))):
        made = "\n".join([*parts, "", line])
        shutil.copy(STORE, COPY)
        with contextlib.closing(sqlite3.connect(COPY)) as db, db:
            db.execute("UPDATE log_tree SET verifier = NULL, checkpoint = ?",
                       [made])
        if fits:
            green(COPY)
        else:
            red(made, COPY)


def stripped_checkpoint_is_found_by_the_key():
    resealed(lambda db: None)
    green(COPY)
    red("stripped", "--verifier", verifier(), COPY)
    red("no key", "--verifier", "x", STORE)
    red("other key", "--verifier", "PeterNeumann+c74f20a3+"
        "ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", STORE)


def published_checkpoint_holds():
    """One of the Go checksum database, by an implementation not ours."""
    text = ("go.sum database tree\n6476701\n"
            "mb8QLQIs0Z0yP5Cstq6guj87oXWeC9gEM8oVikmm9Wk=\n\n")
    line = ("\u2014 sum.golang.org Az3grsLX85Gz+s1SiTbgkuqxgItqFq7gsMUEyVnrsa9"
            "LM7Us9S+1xbFIGu95949rj4nPRYfvimWEPWL+o3GeoWwOoAw=\n")
    key = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"
    got = check_log.check_note(text + line, [key])
    assert got[:2] == ("go.sum database tree", 6476701), got
    for bad in (text, line, text + line + "\n", text + line[2:], "\n" + text + line,
                text + "x" + line, text[:-1] + "x\n\n\n" + line,
                text.replace("647", "0647") + line, text + line.replace("=", ""),
                text.replace("\n6", "\r\n6") + line, text + line[:-1] + " \n",
                text + line + "\u2014 other Az3grsK=\n",    # stray bits
                text + line.replace("oAw=", "oBw=") + line):
        faulty(check_log.check_note, bad, [key])


def malformed_keys_are_refused():
    key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    assert check_log.key_of(key)[0] == "PeterNeumann"
    for bad in ("", "x", key + "\n", key[1:], key[:-1], key.replace("c7", "c8"),
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"):
        faulty(check_log.key_of, bad)
    one = (1).to_bytes(32, "little")
    assert check_log.point_of(one)[:2] == (0, 1)
    for bad in (one[:-1] + b"\x80",                         # x is 0, told negative
                (check_log.P + 1).to_bytes(32, "little"),   # 1 in a second spelling
                (2).to_bytes(32, "little")):                # not on the curve
        faulty(check_log.point_of, bad)


# The seventh entry in parts; each case replaces one of them.
PARTS = ["8e", "01", "505d0f3c1e7a444b6e9c1b2f8e6a913d70", "06",
         "506d1e83b470f94a5c8c26f4b92e5da078", "656572617365", "646c656164",
         "50c3a7f1d82e954b04a6d17f50e8c92b3a", "f6",
         "50d9042f6b5c1e4a8397b02ec8f5a6714d",
         "503e7a5c90b2d84f16a9c48d60e1f7235b", "1b0000019cebc9d900",
         "63555443", "02", "81", "82", "19012c", None]
MALFORMED = {
    "array of 13": (0, "8d"), "array of 15": (0, "8f"), "long head": (0, "980e"),
    "indefinite array": (0, "9f"), "a map": (0, "ae"), "a tag": (0, "c18e"),
    "format 0": (1, "00"), "format 2": (1, "02"), "long format": (1, "1801"),
    "format true": (1, "f5"), "format 1.0": (1, "f93c00"),
    "log of 15 bytes": (2, "4f5d0f3c1e7a444b6e9c1b2f8e6a913d"),
    "log is null": (2, "f6"), "log is text": (2, "70" + "61" * 16),
    "seq -1": (3, "20"),
    "long seq": (3, "190006"), "seq is text": (3, "6136"),
    "act is null": (4, "f6"), "verb empty": (5, "60"), "verb null": (5, "f6"),
    "verb upper": (5, "654572617365"), "verb blank": (5, "6565207365" + "61"),
    "verb too long": (5, "7820" + "61" * 32), "verb is bytes": (5, "456572617365"),
    "kind of Greek": (6, "62ceb1"), "kind not UTF-8": (6, "61ff"),
    "kind with NUL": (6, "626c00"), "uid is null": (7, "f6"),
    "parent undefined": (8, "f7"), "parent false": (8, "f4"), "parent 0": (8, "00"),
    "member empty": (9, "40"), "party cut": (10, "503e7a"),
    "time beyond 64 bits": (11, "1b8000000000000000"),
    "time a float": (11, "fb4098000000000000"), "time null": (11, "f6"),
    "zone empty": (12, "60"), "zone blank": (12, "6120"), "zone DEL": (12, "617f"),
    "zone too long": (12, "7840" + "61" * 64), "base -1": (13, "20"),
    "fields missing": (14, "80"), "two fields told": (14, "82"),
    "field of three": (15, "83"), "field 0": (16, "00"),
    "field 65536": (16, "1a00010000"), "long field": (16, "1a0000012c"),
    "nested deep": (16, "81" * 5000), "huge array": (14, "9b7fffffffffffffff"),
}


def seventh_entry():
    data = next(row["data"] for table, _, row in rows()
                if table == "log_entry" and row["seq"] == 6)
    parts = [*PARTS[:-1], data.hex()[-68:]]
    assert "".join(parts) == data.hex(), "the parts are not the entry"
    return data, parts


def malformed_entries_are_refused():
    data, parts = seventh_entry()
    check_log.decode(data)
    faulty(check_log.decode, data + b"\0")
    faulty(check_log.decode, bytes.fromhex(
        "".join([*parts[:14], "82", *parts[15:], *parts[15:]])))
    for n, other in MALFORMED.values():
        faulty(check_log.decode, bytes.fromhex(
            "".join([*parts[:n], other, *parts[n + 1:]])))
    for n in range(len(data)):
        faulty(check_log.decode, data[:n])


def entries_of_other_places_are_refused():
    _, parts = seventh_entry()
    for n, other in ((2, "505d0f3c1e7a444b6e9c1b2f8e6a913d71"), (3, "05"),
                     (3, "07"), (3, "06")):
        data = bytes.fromhex("".join([*parts[:n], other, *parts[n + 1:]]))
        resealed(lambda db: db.execute(
            "UPDATE log_entry SET data = ? WHERE seq = 6", [data]))
        status, out = run(COPY)
        good = parts[n] == other
        assert (status == 0) == good and ("elsewhere" in out) != good, out


def what_is_no_store_is_said():
    for content in (b"", b"no database", bytes(4096)):
        with open(COPY, "wb") as file:
            file.write(content)
        status, out = run(COPY)
        assert status == 66 and out.startswith("check-log: "), (status, out)
    assert run(os.path.join(folder, "none"))[0] == 66
    assert not os.path.exists(os.path.join(folder, "none"))


CASES = [
    good_vectors_pass,
    good_store_passes,
    script_runs_by_itself,
    any_changed_line_of_the_vectors_is_found,
    any_lost_line_of_the_vectors_is_found,
    any_changed_column_is_found,
    any_lost_row_is_found,
    added_rows_are_found,
    truncation_is_found_by_the_checkpoint,
    gap_is_found_though_the_tree_fits,
    checkpoint_must_fit_even_where_no_key_is_known,
    stripped_checkpoint_is_found_by_the_key,
    published_checkpoint_holds,
    malformed_keys_are_refused,
    malformed_entries_are_refused,
    entries_of_other_places_are_refused,
    what_is_no_store_is_said,
]


def main():
    failed = 0
    print(f"1..{len(CASES)}")
    with contextlib.closing(sqlite3.connect(STORE)) as db:
        check_log.store_of_vectors(VECTORS).backup(db)
    for n, case in enumerate(CASES, 1):
        try:
            case()
            print("ok", n, case.__name__, flush=True)
        except Exception as error:      # of any kind: the others shall run too
            failed += 1
            print("not ok", n, case.__name__, flush=True)
            print("#", repr(error))
    shutil.rmtree(folder)
    return failed > 0


sys.exit(main())
