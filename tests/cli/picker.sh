#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Where a field names a person or organisation, it is found in another script, order
# or spelling than the one that was typed: by those who may see it.
. "${srcdir:-$(dirname "$0")/../..}/tests/cli/lib.sh"
begin_case

L add party code=BG name=Bulgaria class=signatory >out
L add member party=BG name='Petya Koleva' role=leader >out
L add organisation name='Черноморски Превози ООД' >out
L add person name='Стелиос Калфопулос' >out
L add person name='Secret Kalfopoulou' share=own >kept
L add asset type=BANK account_no='RO49 AAAA 1B31 0075 9384 0000' >out
L --as BG add asset type=BANK account_no='BG80 BNBG 9661 1020 3456 78' >out

# looks DESCRIPTION WHO ASSET TEXT - type it where the holder is looked for.
looks() {
	printf 'e <Tab*5> <Enter> %s <Wait>' "$4" >keys
	status 0 "$1" --as "$2" --view "$3" --keys keys --dump
}
looks 'a slip and the other order' RO RO-A1 'Kalfopoulos<Space>Steliso'
has 'finds a name in Cyrillic' out '> RO-P1'
has 'says how' out 'Also found: may be the same name'
looks 'a name by its sound' RO RO-A1 'Kalphopoulou'
has 'finds what one may see' out 'Secret Kalfopoulou'
looks 'what is kept' BG BG-A1 'Kalphopoulou'
hasnt 'is not found by another party' out 'Secret'
hasnt 'nor its ref' out "$(cat kept)"
looks 'an organisation' RO RO-A1 '<Tab>Cernomorski<Space>Prevozi'
has 'is found among its kind' out '> RO-O1'

printf 'e <Tab*5> <Enter> Kalfopoulos<Space>Steliso <Wait> <Enter> <F2>' >keys
status 0 'the one under the cursor' --as RO --view RO-A1 --keys keys --dump
status 0 'is taken' --as RO list asset holder:RO-P1 --format json
has 'as the holder' out '"ref":"RO-A1"'
done_testing
