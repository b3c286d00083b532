# SPDX-License-Identifier: GPL-3.0-or-later
# demo.story - what "liaison demo" tells; src/story.h says how it is written. All
# persons, firms, numbers and events are invented. Days are counted from today.

# Who is who.
cast ana RO/1 Europe/Bucharest
cast ion RO/2 Europe/Bucharest
cast dana RO/3 Europe/Bucharest
cast boyana BG/1 Europe/Sofia
cast petar BG/2 Europe/Sofia
cast tsveta BG/3 Europe/Sofia
cast claire FR/1 Europe/Paris
cast julien FR/2 Europe/Paris
cast sophie FR/3 Europe/Paris
cast sorin RO/4 Europe/Bucharest
cast regula CH/1 Europe/Zurich
cast marta EUROJUST/1 Europe/Amsterdam
cast nora EUROPOL/1 Europe/Amsterdam

# --- The team -------------------------------------------------------------

at -182 09:00 ana
casefile code=MELTEM title="Operation Meltem" crime_area=MLAU status=drafting
	method="Counterfeit cigarettes by lorry from Ruse to Lyon; the takings
	go to the sea" working_language=en detail="Cigarettes are packed
	without licence near Ruse, carried through Romania under papers for
	cardboard, and sold around Lyon. Couriers bring the cash back; firms
	in Varna, Piraeus and Geneva turn it into a villa, a yacht and flats."
set RO name="Directorate for Organised Crime, Galati office" state=RO
	authority="Public Prosecutor"
party code=BG name="District Prosecution Office, Varna" class=signatory
	state=BG authority="Public Prosecutor"
party code=FR name="Interregional Specialised Court, Lyon" class=signatory
	state=FR authority="Investigating judge"
party code=EUROJUST name=Eurojust class=participant contact="Coordination
	desk"
party code=EUROPOL name="Europol, financial crime centre" class=participant
	contact=SIENA
set RO/1 rank="chief prosecutor" unit="Organised crime"
member party=RO name="Ion Marin" role=police rank=commissioner unit="Economic
	crime, Galati" phone=+40236000002 joined_on={-182}
member party=RO name="Dana Rusu" role=analyst unit="Economic crime, Galati"
	joined_on={-180}
member party=BG name="Boyana Ilieva" role=leader rank=prosecutor
	joined_on={-182}
member party=FR name="Claire Vasseur" role=leader rank="investigating judge"
	joined_on={-182}
member party=EUROJUST name="Marta Oliveira" role=judicial rank="assistant to
	the national member" joined_on={-176}
member party=EUROPOL name="Nora Lind" role=analyst rank=analyst
	joined_on={-176}
e1 = event title="Level II meeting: do we want a joint team?" type=meeting
	starts="{-196!} 10:00" place="The Hague" state=NL participants="Ana
	Pop, Boyana Ilieva, Claire Vasseur, Marta Oliveira" minutes="All three
	investigate the same lorries. A joint team is wanted; Romania drafts
	the agreement."

at -181 11:20 boyana
member party=BG name="Petar Kolev" role=police rank="chief inspector"
	unit="Organised crime, Varna" phone=+35952000012 joined_on={-181}
member party=BG name="Tsveta Nacheva" role=judicial rank=prosecutor
	joined_on={-181}

at -181 15:05 claire
member party=FR name="Julien Morel" role=police rank=captain unit="Judicial
	customs, Lyon" phone=+33400000022 joined_on={-181}
member party=FR name="Sophie Lenoir" role=analyst unit="Judicial customs,
	Lyon" joined_on={-181}

at -176 10:00 ana
set MELTEM status=operational agreement_on={-176} starts_on={-176}
	ends_on={189} legal_basis="Framework Decision 2002/465/JHA; art. 13 of
	the 2000 Convention"
set RO signed_on={-176}
e2 = event title="Signature of the agreement" type=meeting starts="{-176}
	10:00" place="The Hague" state=NL participants="RO, BG, FR; Eurojust"
	minutes="Signed by all three. First coordination meeting follows
	within two weeks."
d1 = decision title="Who searches where" question="Which authority leads in
	which state, and who holds the exhibits?" options="Each state searches
	at home and keeps what it finds\nAll exhibits to Galati"
	outcome=agreed on={-176} consulted="Ana Pop, Boyana Ilieva, Claire
	Vasseur" detail="Each state searches at home. What another state needs
	for its trial is handed over one by one, against confirmation in the
	program."

at -176 10:20 boyana
set BG signed_on={-176}

at -176 10:25 claire
set FR signed_on={-176}

at -175 09:40 ana
contact name="Duty desk" role="desk officer" authority=Eurojust state=NL
	languages=en,fr email=desk@eurojust.example phone=+31700000001
	available="day and night"
contact name="Asset Recovery Office, duty" role=officer authority="National
	agency, Bucharest" state=RO languages=en,ro email=aro@ro.example
	phone=+40210000003 available="office hours"
contact name="Ilinca Preda" role="interpreter Bulgarian and Romanian"
	authority="sworn, Galati" state=RO languages=bg,ro
	email=preda@ro.example phone=+40236000009 available="two days ahead"

at -174 10:10 claire
contact name="PIAC, duty" role=officer authority="Asset platform, Paris"
	state=FR languages=en,fr email=piac@fr.example phone=+33100000004
	available="office hours"
contact name="Laboratory for digital traces" role=examiner authority="Forensic
	institute, Lyon" state=FR languages=fr email=lab@fr.example
	phone=+33400000025 available="office hours"

at -174 12:30 boyana
contact name="Обща поща, граничен пункт Русе" role="shift leader"
	authority="Border police, Ruse" state=BG languages=bg,ro
	email=ruse@bg.example phone=+35982000005 available="day and night"
contact name="Ralitsa Andonova" role="liaison to the financial intelligence
	unit" authority="State agency, Sofia" state=BG languages=bg,en
	email=fiu@bg.example phone=+35920000006 available="office hours"
contact name="Κώστας Μανιάτης" role="EIO contact point" authority="Prosecutor
	of Piraeus" state=GR languages=el,en email=eio@gr.example
	phone=+302100000007 available=mornings

at -173 09:15 ion
vlad = person name="Ion Doru Vlad" given="Ion Doru" family=Vlad
	birth_date=1979-05-14 birth_place=Galati sex=male nationality=RO
name of=$vlad text="Йон Дору Влад" name_kind=transliteration
category of=$vlad category=SUS proceeding=14/P/2026 on={-173}
paper of=$vlad type=passport no=059123456 country=RO
address of=$vlad text="Str. Lunga 3, Galati" country=RO from=2019
identifier of=$vlad type=phone value="+40 723 000 011"
marcu = person name="Sorin Marcu" given=Sorin family=Marcu
	birth_date=1971-11-02 birth_place=Braila sex=male nationality=RO
	danger=armed counsel="M. Radu, Galati bar"
category of=$marcu category=SUS proceeding=14/P/2026 on={-173}
paper of=$marcu type=id_card no="GL 700123" country=RO
address of=$marcu text="Str. Portului 41, Galati" country=RO from=2015
identifier of=$marcu type=phone value="+40 744 000 012"
identifier of=$marcu type=email value=s.marcu@deltatrans.example
elena = person name="Elena Marcu" given=Elena family=Marcu birth_date=1976
	sex=female nationality=RO
category of=$elena category=CNT proceeding=14/P/2026 on={-173}
turcanu = person name="Gheorghe Țurcanu" given=Gheorghe family=Țurcanu
	birth_date=1984-03 sex=male nationality=MD
name of=$turcanu text="Георге Цуркану" name_kind=transliteration
identifier of=$turcanu type=phone value="+373 69 000 013"
hadzic = person name="Emir Hadžić" given=Emir family=Hadžić birth_date=~1988
	sex=male nationality=BA
wrona = person name="Łukasz Wrona" given=Łukasz family=Wrona
	birth_date=1982-08-30 sex=male nationality=PL
popescu = person name="Vasile Popescu" given=Vasile family=Popescu
	birth_date=1975 sex=male nationality=RO
neagu = person name="Ileana Neagu" given=Ileana family=Neagu birth_date=1990
	sex=female nationality=RO

at -172 10:30 petar
dimov = person name="Димо Русев Димов" given="Димо Русев" family=Димов
	birth_date=1968-02-19 birth_place=Варна sex=male nationality=BG
	danger=armed,violent counsel="К. Савов, Варна"
name of=$dimov text="Dimo Rusev Dimov" name_kind=transliteration
name of=$dimov text=Капитана name_kind=alias
category of=$dimov category=SUS proceeding=212/2026 on={-172}
paper of=$dimov type=passport no=384000014 country=BG
address of=$dimov text="ул. Приморска 7, Варна" country=BG from=2012
identifier of=$dimov type=phone value="+359 88 000 0014"
stanka = person name="Станка Петрова Димова" given="Станка Петрова"
	family=Димова birth_date=1972-07-01 sex=female nationality=BG
name of=$stanka text="Stanka Petrova Dimova" name_kind=transliteration
name of=$stanka text="Станка Русева" name_kind=maiden
category of=$stanka category=SUS proceeding=212/2026 on={-172}
radulov = person name="Калин Тошев Радулов" given="Калин Тошев" family=Радулов
	birth_date=1980-12-12 sex=male nationality=BG
name of=$radulov text="Kalin Toshev Radulov" name_kind=transliteration
category of=$radulov category=SUS proceeding=212/2026 on={-172}
identifier of=$radulov type=phone value="+359 87 000 0015"
peev = person name="Огнян Лазаров Пеев" given="Огнян Лазаров" family=Пеев
	birth_date=1991-04-23 sex=male nationality=BG
name of=$peev text="Ognyan Lazarov Peev" name_kind=transliteration
paper of=$peev type=id_card no=640000016 country=BG
identifier of=$peev type=phone value="+359 89 000 0016"
gancheva = person name="Весела Ганчева" given=Весела family=Ганчева
	birth_date=1985 sex=female nationality=BG
minkov = person name="Асен Минков" given=Асен family=Минков birth_date=1963
	sex=male nationality=BG
worker1 = person name="Worker A, Ruse hall" nationality=MD share=own
worker2 = person name="Worker B, Ruse hall" nationality=MD share=own
worker3 = person name="Worker C, Ruse hall" nationality=MD minor=yes share=own

at -171 14:00 sophie
chastel = person name="Bernard Chastel" given=Bernard family=Chastel
	birth_date=1966-09-09 birth_place=Vienne sex=male nationality=FR
	counsel="L. Aubry, Lyon bar"
category of=$chastel category=SUS proceeding="JIRS 26/041" on={-171}
paper of=$chastel type=passport no=19FV00017 country=FR
address of=$chastel text="11 rue des Tanneurs, Vénissieux" country=FR
	from=2020-03
identifier of=$chastel type=phone value="+33 6 00 00 00 17"
girardot = person name="Paul Girardot" given=Paul family=Girardot
	birth_date=1974-01-27 sex=male nationality=FR
category of=$girardot category=SUS proceeding="JIRS 26/041" on={-171}
belkacem = person name="Nadia Belkacem" given=Nadia family=Belkacem
	birth_date=1987 sex=female nationality=FR
name of=$belkacem text="نادية بلقاسم" name_kind=main
ferrand = person name="Luc Ferrand" given=Luc family=Ferrand
	birth_date=1992-06 sex=male nationality=FR
hamdani = person name="يوسف الحمداني" birth_date=1978 sex=male nationality=LB
name of=$hamdani text="Yusuf al-Hamdani" name_kind=transliteration
name of=$hamdani text="Youssef El Hamdani" name_kind=alias
identifier of=$hamdani type=phone value="+33 7 00 00 00 18"
perrin = person name="Odile Perrin" given=Odile family=Perrin birth_date=1959
	sex=female nationality=FR

at -170 16:20 dana
delta = organisation name="Delta Trans SRL" reg_no=J17/412/2018
	jurisdiction=RO legal_form=SRL
address of=$delta text="Str. Portului 40, Galati" country=RO from=2018
identifier of=$delta type=phone value="+40 236 000 020"
imob = organisation name="Marcu Imobiliare SRL" reg_no=J17/88/2021
	jurisdiction=RO legal_form=SRL
carton = organisation name="Tutun Carton SRL" reg_no=J17/1203/2022
	jurisdiction=RO legal_form=SRL

at -170 17:45 petar
cherupki = organisation name="Сини Черупки ЕООД" reg_no=200000021
	jurisdiction=BG legal_form=ЕООД
name of=$cherupki text="Sini Cherupki EOOD" name_kind=transliteration
name of=$cherupki text="Blue Shell" name_kind=trade
address of=$cherupki text="ул. Крайбрежна 2, Варна" country=BG from=2016
dunav = organisation name="Дунав Пак ООД" reg_no=200000022 jurisdiction=BG
	legal_form=ООД
name of=$dunav text="Dunav Pak OOD" name_kind=transliteration
name of=$dunav text="Danube Pack" name_kind=trade
address of=$dunav text="Източна промишлена зона, Русе" country=BG from=2019
rog = organisation name="Обменно бюро Златен Рог ЕООД" reg_no=200000023
	jurisdiction=BG legal_form=ЕООД
name of=$rog text="Zlaten Rog EOOD" name_kind=transliteration

at -169 09:30 sophie
rhone = organisation name="Rhône Négoce SARL" reg_no="RCS Lyon 800 000 024"
	jurisdiction=FR legal_form=SARL
address of=$rhone text="Zone des Alouettes 14, Saint-Priest" country=FR
	from=2020
identifier of=$rhone type=email value=compta@rhone-negoce.example
transit = organisation name="Girardot Transit SAS" reg_no="RCS Lyon 800 000
	025" jurisdiction=FR legal_form=SAS

at -168 08:50 julien
l1 = lead title="9.2 t of counterfeit cigarettes in a lorry of Delta Trans"
	status=confirmed priority=high grade=A1 nature=fact channel="customs
	control, A42" received_on={-231} crime_area=COUN detail="Papers for
	cardboard from Tutun Carton to Rhône Négoce. Driver: Ion Doru Vlad.
	Seals were those of another load." tags=lorry,seizure

at -167 10:20 dana
aDelta = asset type=BANK account_no=RO22AAAA1B31007593840001 description="Main
	account of Delta Trans" holder=$delta bic=AAAAROBU country=RO
	stage=IDENTIFIED
owner of=$aDelta who=$delta role=owner
owner of=$aDelta who=$marcu role=authorised from=2018
aImob = asset type=BANK account_no=RO92AAAA1B31007593840002 description="Rent
	account of Marcu Imobiliare" holder=$imob bic=AAAAROBU country=RO
	stage=IDENTIFIED
aCarton = asset type=BANK account_no=RO56BBBB1B31007593840003
	description="Account of Tutun Carton" holder=$carton bic=BBBBROBU
	country=RO stage=IDENTIFIED

at -167 16:10 julien
l2 = lead title="Same lorry passed Vidin and Nadlac nine times in four months"
	status=confirmed grade=B1 channel="toll data" received_on={-167}
	tags=lorry assignee=RO/2

at -166 12:05 petar
aCher = asset type=BANK account_no=BG71BNBG96610020345001
	description="Settlement account of Сини Черупки" holder=$cherupki
	bic=BNBGBGSD country=BG stage=IDENTIFIED
owner of=$aCher who=$dimov role=beneficial percent=70
owner of=$aCher who=$stanka role=beneficial percent=40
aDunav = asset type=BANK account_no=BG44BNBG96610020345002 description="Wages
	and rent of Дунав Пак" holder=$dunav bic=BNBGBGSD country=BG
	stage=IDENTIFIED
aRog = asset type=BANK account_no=BG17BNBG96610020345003 description="Account
	of the exchange bureau" holder=$rog bic=BNBGBGSD country=BG
	stage=IDENTIFIED
aStanka = asset type=BANK account_no=BG87BNBG96610020345004
	description="Private account of Станка Димова" holder=$stanka
	bic=BNBGBGSD country=BG stage=IDENTIFIED

at -165 15:30 sophie
aRhone = asset type=BANK account_no=FR2799999000010000000000124
	description="Main account of Rhône Négoce" holder=$rhone country=FR
	stage=IDENTIFIED
owner of=$aRhone who=$chastel role=beneficial percent=100
aTransit = asset type=BANK account_no=FR1699999000010000000000225
	description="Account of Girardot Transit" holder=$transit country=FR

at -165 17:23 julien
l3 = lead title="Rhône Négoce pays for cardboard that nobody unloads"
	status=in_work priority=high grade=B2 channel="bank reports"
	received_on={-165} crime_area=MLAU due={5!} assignee=FR/3
	tags=invoices

at -165 17:39 petar
category of=$peev category=SUS proceeding=212/2026 on={-165}

at -164 10:05 sophie
payment from=$aRhone to=$aDelta amount="48200.00 EUR" value_date={-420}
	purpose="Facture 2201, carton ondulé" tx_ref=RN-2201
payment from=$aRhone to=$aDelta amount="51750.00 EUR" value_date={-404}
	purpose="Facture 2202, carton ondulé" tx_ref=RN-2202
payment from=$aRhone to=$aDelta amount="46900.00 EUR" value_date={-388}
	purpose="Facture 2203, carton ondulé" tx_ref=RN-2203
payment from=$aRhone to=$aDelta amount="53400.00 EUR" value_date={-372}
	purpose="Facture 2204, carton ondulé" tx_ref=RN-2204
payment from=$aRhone to=$aDelta amount="49800.00 EUR" value_date={-356}
	purpose="Facture 2205, carton ondulé" tx_ref=RN-2205
payment from=$aRhone to=$aDelta amount="55120.00 EUR" value_date={-340}
	purpose="Facture 2206, carton ondulé" tx_ref=RN-2206
payment from=$aRhone to=$aDelta amount="47350.00 EUR" value_date={-324}
	purpose="Facture 2207, carton ondulé" tx_ref=RN-2207
payment from=$aRhone to=$aDelta amount="52600.00 EUR" value_date={-308}
	purpose="Facture 2208, carton ondulé" tx_ref=RN-2208
payment from=$aRhone to=$aDelta amount="50900.00 EUR" value_date={-292}
	purpose="Facture 2209, carton ondulé" tx_ref=RN-2209
payment from=$aRhone to=$aDelta amount="54380.00 EUR" value_date={-276}
	purpose="Facture 2210, carton ondulé" tx_ref=RN-2210
payment from=$aRhone to=$aDelta amount="45700.00 EUR" value_date={-260}
	purpose="Facture 2211, carton ondulé" tx_ref=RN-2211
payment from=$aRhone to=$aDelta amount="56210.00 EUR" value_date={-244}
	purpose="Facture 2212, carton ondulé" tx_ref=RN-2212
payment from=$aRhone to=$aDelta amount="49150.00 EUR" value_date={-228}
	purpose="Facture 2213, carton ondulé" tx_ref=RN-2213
payment from=$aRhone to=$aDelta amount="53900.00 EUR" value_date={-212}
	purpose="Facture 2214, carton ondulé" tx_ref=RN-2214
payment from=$aRhone to=$aDelta amount="51230.00 EUR" value_date={-196}
	purpose="Facture 2215, carton ondulé" tx_ref=RN-2215
payment from=$aRhone to=$aDelta amount="48810.00 EUR" value_date={-180}
	purpose="Facture 2216, carton ondulé" tx_ref=RN-2216

at -164 10:40 dana
thalassa = organisation name="Θάλασσα Ναυτιλιακή ΑΕ" reg_no="ΓΕΜΗ 000000026"
	jurisdiction=GR legal_form=ΑΕ
name of=$thalassa text="Thalassa Naftiliaki AE" name_kind=transliteration
name of=$thalassa text="Thalassa Marine" name_kind=trade
address of=$thalassa text="Ακτή Μιαούλη 85, Πειραιάς" country=GR from=2009

at -163 09:30 dana
payment from=$aDelta to=$aCher amount="28920.00 EUR" value_date={-418}
	purpose="Subcontract transport, week 1" tx_ref=DT-001
payment from=$aDelta to=$aCher amount="31050.00 EUR" value_date={-402}
	purpose="Subcontract transport, week 2" tx_ref=DT-002
payment from=$aDelta to=$aCher amount="28140.00 EUR" value_date={-386}
	purpose="Subcontract transport, week 3" tx_ref=DT-003
payment from=$aDelta to=$aCher amount="32040.00 EUR" value_date={-370}
	purpose="Subcontract transport, week 4" tx_ref=DT-004
payment from=$aDelta to=$aCher amount="29880.00 EUR" value_date={-354}
	purpose="Subcontract transport, week 5" tx_ref=DT-005
payment from=$aDelta to=$aCher amount="33072.00 EUR" value_date={-338}
	purpose="Subcontract transport, week 6" tx_ref=DT-006
payment from=$aDelta to=$aCher amount="28410.00 EUR" value_date={-322}
	purpose="Subcontract transport, week 7" tx_ref=DT-007
payment from=$aDelta to=$aCher amount="31560.00 EUR" value_date={-306}
	purpose="Subcontract transport, week 8" tx_ref=DT-008
payment from=$aDelta to=$aCher amount="30540.00 EUR" value_date={-290}
	purpose="Subcontract transport, week 9" tx_ref=DT-009
payment from=$aDelta to=$aCher amount="32628.00 EUR" value_date={-274}
	purpose="Subcontract transport, week 10" tx_ref=DT-010
payment from=$aDelta to=$aCher amount="27420.00 EUR" value_date={-258}
	purpose="Subcontract transport, week 11" tx_ref=DT-011
payment from=$aDelta to=$aCher amount="33726.00 EUR" value_date={-242}
	purpose="Subcontract transport, week 12" tx_ref=DT-012
payment from=$aDelta to=$aCher amount="29490.00 EUR" value_date={-226}
	purpose="Subcontract transport, week 13" tx_ref=DT-013
payment from=$aDelta to=$aCher amount="32340.00 EUR" value_date={-210}
	purpose="Subcontract transport, week 14" tx_ref=DT-014
payment from=$aDelta to=$aCher amount="30738.00 EUR" value_date={-194}
	purpose="Subcontract transport, week 15" tx_ref=DT-015
payment from=$aDelta to=$aCher amount="29286.00 EUR" value_date={-178}
	purpose="Subcontract transport, week 16" tx_ref=DT-016

at -163 13:40 petar
l11 = lead title="Packing machines behind a false wall near Ruse"
	status=confirmed priority=urgent grade=B1 channel=source
	received_on={-170} crime_area=COUN detail="Two Hauni lines, bought as
	scrap in Łódź. Wrona keeps them running." tags=hall,search

at -163 16:02 ion
l6 = lead title="Marcu bought two tractor units for cash" status=confirmed
	grade=A2 channel="vehicle register" received_on={-163}
	tags=lorry,assets

at -162 10:00 marta
v3 = event title="First coordination meeting at Eurojust" type=meeting
	starts="{-162!} 10:00" ends="{-162!} 17:00" place="The Hague" state=NL
	participants="RO, BG, FR, Eurojust, Europol" minutes="Day of the
	searches agreed: Lyon two days earlier, since Chastel travels."

at -162 14:25 petar
payment to=$aCher amount="19600.00 EUR" value_date={-395} purpose="Внос в
	брой, каса Варна" tx_ref=CB-1180 counterparty="каса, непознат
	вносител" source_doc="statement BNBG, sheet 1"
payment to=$aCher amount="19200.00 EUR" value_date={-374} purpose="Внос в
	брой, каса Варна" tx_ref=CB-1181 counterparty="каса, О. Пеев"
	source_doc="statement BNBG, sheet 2"
payment to=$aCher amount="19800.00 EUR" value_date={-353} purpose="Внос в
	брой, каса Варна" tx_ref=CB-1182 counterparty="каса, непознат
	вносител" source_doc="statement BNBG, sheet 3"
payment to=$aCher amount="19500.00 EUR" value_date={-332} purpose="Внос в
	брой, каса Варна" tx_ref=CB-1183 counterparty="каса, О. Пеев"
	source_doc="statement BNBG, sheet 4"
payment to=$aCher amount="19000.00 EUR" value_date={-311} purpose="Внос в
	брой, каса Варна" tx_ref=CB-1184 counterparty="каса, непознат
	вносител" source_doc="statement BNBG, sheet 5"
payment to=$aCher amount="19800.00 EUR" value_date={-290} purpose="Внос в
	брой, каса Варна" tx_ref=CB-1185 counterparty="каса, О. Пеев"
	source_doc="statement BNBG, sheet 6"
payment to=$aCher amount="19700.00 EUR" value_date={-269} purpose="Внос в
	брой, каса Варна" tx_ref=CB-1186 counterparty="каса, непознат
	вносител" source_doc="statement BNBG, sheet 7"
payment to=$aCher amount="19400.00 EUR" value_date={-248} purpose="Внос в
	брой, каса Варна" tx_ref=CB-1187 counterparty="каса, О. Пеев"
	source_doc="statement BNBG, sheet 8"

at -160 09:00 ana
t1 = task title="Order the statements of Delta Trans" assignee=RO/3 due={-155}
	priority=high about=$aDelta
t2 = task title="EIO to Piraeus: ship register, charter papers, account"
	assignee=RO/3 due={-125} priority=high about=$thalassa
t3 = task title="Freeze the account of Delta Trans on the day of the searches"
	assignee=RO/2 due={-148} priority=urgent about=$aDelta
t4 = task title="Surveillance of the yard from Giurgiu to Galati"
	assignee=RO/2 due={-149} about=$delta

at -160 16:00 ion
category of=$turcanu category=SUS proceeding=14/P/2026 on={-160}
category of=$hadzic category=ASC proceeding=14/P/2026 on={-160}
category of=$popescu category=CNT proceeding=14/P/2026 on={-160}

at -158 11:15 boyana
t5 = task title="Warrant for the hall near Ruse" assignee=BG/3 due={-149}
	priority=urgent
t6 = task title="Shelter for the workers before the search" assignee=BG/3
	due={-149} priority=urgent detail="Labour inspection and the
	anti-trafficking commission are told on the day, not before."
t7 = task title="Freeze the account of Сини Черупки" assignee=BG/2 due={-148}
	priority=high about=$aCher

at -158 17:15 ion
l7 = lead title="Țurcanu drives without cargo papers from Ruse to Galati at
	night" status=in_work priority=high grade=B2 channel="border police
	Giurgiu" received_on={-158} due={2!} assignee=RO/2 tags=lorry

at -157 16:00 claire
t8 = task title="Hear Nadia Belkacem on the delivery notes" assignee=FR/2
	due={-95} about=$belkacem
t9 = task title="Images of all phones and computers" assignee=FR/2 due={-145}
	priority=high
t10 = task title="Freeze the account of Rhône Négoce" assignee=FR/2 due={-149}
	priority=high about=$aRhone

at -155 17:07 petar
l12 = lead title="Workers sleep in the hall; their papers are held back"
	status=confirmed priority=urgent grade=A2 channel="labour inspection"
	received_on={-155} crime_area=THB tags=hall,victims handling=H1

at -152 16:28 ion
l8 = lead title="Second set of books in a garage on Str. Portului"
	status=confirmed grade=B1 channel=witness received_on={-152}
	tags=search,invoices

at -150 07:40 julien
vLyon = event title="Searches in Lyon, Vénissieux and Saint-Priest"
	type=search starts="{-150} 06:00" ends="{-150} 13:30" place=Lyon
	state=FR participants="Judicial customs; Ion Marin as seconded
	observer" minutes="Three places, two arrests (Chastel, Ferrand).
	Twenty exhibits. No resistance."
x1 = evidence description="Mobile phone of Chastel, black" type=device
	exhibit_no=LY-01/26 seized_at={-150} place="rue des Tanneurs 11"
	seized_from="Bernard Chastel" seized_by="J. Morel" legal_basis="JIRS
	26/041, order of {-151}" storage="Customs store, Lyon, shelf 1"
chain of=$x1 action=seized at="{-150} 06:10" from=$chastel to=$julien
	method="by hand" condition=intact seal=S-0401
x2 = evidence description="Notebook computer of Rhône Négoce" type=device
	exhibit_no=LY-02/26 seized_at={-150} place="Saint-Priest, office"
	seized_from="Nadia Belkacem" seized_by="J. Morel" legal_basis="JIRS
	26/041, order of {-151}" storage="Customs store, Lyon, shelf 1"
chain of=$x2 action=seized at="{-150} 06:27" from=$belkacem to=$julien
	method="by hand" condition=intact seal=S-0402
x3 = evidence description="Ledger with weekly sums, 212 pages" type=document
	exhibit_no=LY-03/26 seized_at={-150} place="Saint-Priest, office"
	seized_from="Nadia Belkacem" seized_by="J. Morel" legal_basis="JIRS
	26/041, order of {-151}" storage="Customs store, Lyon, shelf 1"
	pages=212
chain of=$x3 action=seized at="{-150} 06:44" from=$belkacem to=$julien
	method="by hand" condition=intact seal=S-0403
x4 = evidence description="Delivery notes of two years, three folders"
	type=document exhibit_no=LY-04/26 seized_at={-150}
	place="Saint-Priest, office" seized_from="Nadia Belkacem"
	seized_by="J. Morel" legal_basis="JIRS 26/041, order of {-151}"
	storage="Customs store, Lyon, shelf 1" pages=640
chain of=$x4 action=seized at="{-150} 06:11" from=$belkacem to=$julien
	method="by hand" condition=intact seal=S-0404
x5 = evidence description="Banknotes, 53,120 EUR, in a shoe box" type=money
	exhibit_no=LY-05/26 seized_at={-150} place="rue des Tanneurs 11"
	seized_from="Bernard Chastel" seized_by="J. Morel" legal_basis="JIRS
	26/041, order of {-151}" storage="Customs store, Lyon, shelf 2"
chain of=$x5 action=seized at="{-150} 07:28" from=$chastel to=$julien
	method="by hand" condition=intact seal=S-0405
x6 = evidence description="Counterfeit cigarettes, 412 cartons" type=goods
	exhibit_no=LY-06/26 seized_at={-150} place="Saint-Priest, hall"
	seized_from="Rhône Négoce" seized_by="J. Morel" legal_basis="JIRS
	26/041, order of {-151}" storage="Customs store, Lyon, shelf 2"
chain of=$x6 action=seized at="{-150} 07:45" from=$rhone to=$julien method="by
	hand" condition=intact seal=S-0406
x7 = evidence description="Rolls of false tax stamps" type=goods
	exhibit_no=LY-07/26 seized_at={-150} place="Saint-Priest, hall"
	seized_from="Rhône Négoce" seized_by="J. Morel" legal_basis="JIRS
	26/041, order of {-151}" storage="Customs store, Lyon, shelf 2"
chain of=$x7 action=seized at="{-150} 07:12" from=$rhone to=$julien method="by
	hand" condition=intact seal=S-0407
x8 = evidence description="Mobile phone of Ferrand" type=device
	exhibit_no=LY-08/26 seized_at={-150} place="cours Lafayette 3"
	seized_from="Luc Ferrand" seized_by="J. Morel" legal_basis="JIRS
	26/041, order of {-151}" storage="Customs store, Lyon, shelf 2"
chain of=$x8 action=seized at="{-150} 07:29" from=$ferrand to=$julien
	method="by hand" condition=intact seal=S-0408
x9 = evidence description="Notes with twelve words and amounts" type=document
	exhibit_no=LY-09/26 seized_at={-150} place="cours Lafayette 3"
	seized_from="Luc Ferrand" seized_by="J. Morel" legal_basis="JIRS
	26/041, order of {-151}" storage="Customs store, Lyon, shelf 3"
	pages=2
chain of=$x9 action=seized at="{-150} 08:37" from=$ferrand to=$julien
	method="by hand" condition=intact seal=S-0409
x10 = evidence description="Sports car FQ-118-MN" type=vehicle
	exhibit_no=LY-10/26 seized_at={-150} place="cours Lafayette 3"
	seized_from="Luc Ferrand" seized_by="J. Morel" legal_basis="JIRS
	26/041, order of {-151}" storage="Customs store, Lyon, shelf 3"
chain of=$x10 action=seized at="{-150} 08:13" from=$ferrand to=$julien
	method="by hand" condition=intact
x11 = evidence description="Keys with tag “Garibaldi”" type=goods
	exhibit_no=LY-11/26 seized_at={-150} place="rue des Tanneurs 11"
	seized_from="Bernard Chastel" seized_by="J. Morel" legal_basis="JIRS
	26/041, order of {-151}" storage="Customs store, Lyon, shelf 3"
chain of=$x11 action=seized at="{-150} 08:30" from=$chastel to=$julien
	method="by hand" condition=intact seal=S-0411
x12 = evidence description="USB stick from the key ring" type=device
	exhibit_no=LY-12/26 seized_at={-150} place="rue des Tanneurs 11"
	seized_from="Bernard Chastel" seized_by="J. Morel" legal_basis="JIRS
	26/041, order of {-151}" storage="Customs store, Lyon, shelf 3"
chain of=$x12 action=seized at="{-150} 08:57" from=$chastel to=$julien
	method="by hand" condition=intact seal=S-0412
x13 = evidence description="Correspondence with Girardot Transit"
	type=document exhibit_no=LY-13/26 seized_at={-150}
	place="Saint-Priest, office" seized_from="Nadia Belkacem"
	seized_by="J. Morel" legal_basis="JIRS 26/041, order of {-151}"
	storage="Customs store, Lyon, shelf 4" pages=88
chain of=$x13 action=seized at="{-150} 09:03" from=$belkacem to=$julien
	method="by hand" condition=intact seal=S-0413
x14 = evidence description="Counting machine for banknotes" type=goods
	exhibit_no=LY-14/26 seized_at={-150} place="rue des Tanneurs 11"
	seized_from="Bernard Chastel" seized_by="J. Morel" legal_basis="JIRS
	26/041, order of {-151}" storage="Customs store, Lyon, shelf 4"
chain of=$x14 action=seized at="{-150} 09:10" from=$chastel to=$julien
	method="by hand" condition=intact seal=S-0414

at -150 16:18 sophie
category of=$perrin category=CNT proceeding="JIRS 26/041" on={-150}
category of=$belkacem category=WIT proceeding="JIRS 26/041" on={-150}
category of=$ferrand category=SUS proceeding="JIRS 26/041" on={-150}
order of=$aRhone kind=freezing authority="Tribunal judiciaire de Lyon"
	number=26/1187 on={-150}

at -150 16:26 ion
category of=$neagu category=WIT proceeding=14/P/2026 on={-150}

at -150 17:25 julien
aCash3 = asset type=CASH description="Banknotes from the flat of Chastel"
	location="Caisse des dépôts, Lyon" country=FR holder=$chastel
	stage=FROZEN
valuation of=$aCash3 amount="53120 EUR" on={-150} method=Counted stage=FROZEN
holding of=$aCash3 kind=frozen amount="53120 EUR" on={-150} order=26/1187

at -150 20:00 claire
d2 = decision title="Lyon goes first" question="All searches on one day, or
	Lyon two days earlier?" options="One day, risk that Chastel is
	abroad\nLyon first, risk of a warning" outcome=dissent on={-152}
	consulted="Ana Pop, Boyana Ilieva" detail="Romania would have waited.
	Lyon goes first with a news embargo of 48 hours."

at -149 15:20 julien
x15 = evidence description="Forensic image of the phone of Chastel" type=data
	exhibit_no=LY-01/26-A seized_at={-149} place=Lyon seized_from="Bernard
	Chastel" seized_by="J. Morel" legal_basis="JIRS 26/041, order of
	{-151}" storage="Evidence server Lyon, vault 2"
	root_exhibit_no=LY-01/26
hash of=$x15 algorithm=sha256
	value=a8a2245037e1a86edc0d90cf7e7737566c65e780d56a54966220997cc7baa22e
	of_what="LY-01.dd, 64 GiB" computed_by="Laboratory for digital traces,
	Lyon" on={-149} report="LAB 26-311"
chain of=$x1 action=copied at="{-149} 14:10" from=$julien method="forensic
	image, write blocker" purpose=Examination copy=$x15
chain of=$x15 action=received at="{-149} 15:00" to=$julien method="made from
	LY-01/26" condition="digest as in LAB 26-311"
chain of=$x1 action=copied at="{-149} 15:10" from=$julien to=FR-K2
	method="second image, on a disk" purpose="Working copy for the laboratory"
set FR-E16 exhibit_no=LY-01/26-B storage="Laboratory for digital traces, Lyon"
x19 = evidence description="Interception, line of Chastel: 412 calls"
	type=recording exhibit_no=LY-16/26 seized_at={-170} place=Lyon
	seized_from=operator seized_by="J. Morel" legal_basis="Interception
	order JIRS 26/041-3" items=412 items_privileged=3 privilege=to_review
	share=own valid_until={120}

at -149 16:24 sophie
valuation of=$aRhone amount="264075.30 EUR" on={-149} method="Balance when
	frozen" stage=FROZEN
set $aRhone stage=FROZEN
holding of=$aRhone kind=frozen amount="264075.30 EUR" on={-149} order=26/1187

at -149 17:19 dana
order of=$aDelta kind=freezing authority="Tribunal Galati" number=31/2026
	on={-149}

at -149 17:41 ion
l9 = lead title="Elena Marcu signs for Marcu Imobiliare" status=assessed
	priority=low grade=A2 channel="company register" received_on={-149}

at -148 08:15 petar
vRuse = event title="Search of the hall near Ruse" type=search starts="{-148}
	04:30" ends="{-148} 18:00" place="Ruse, eastern zone" state=BG
	participants="Organised crime Varna, border police, labour inspection;
	Julien Morel as observer" minutes="Two packing lines running. Eleven
	workers, three without papers. Radulov and Wrona arrested."
y1 = evidence description="Packing line 1, Hauni, type plate removed"
	type=goods exhibit_no=ВН-31/26 seized_at={-148} place=hall
	seized_from="Дунав Пак ООД" seized_by="П. Колев" legal_basis="District
	Court Varna, warrant 98/2026" storage="Evidence room Varna, cage 1"
chain of=$y1 action=seized at="{-148} 05:00" from=$dunav to=$petar method="by
	hand" seal=R-101 condition=intact
y2 = evidence description="Packing line 2, Hauni" type=goods
	exhibit_no=ВН-32/26 seized_at={-148} place=hall seized_from="Дунав Пак
	ООД" seized_by="П. Колев" legal_basis="District Court Varna, warrant
	98/2026" storage="Evidence room Varna, cage 1"
chain of=$y2 action=seized at="{-148} 05:29" from=$dunav to=$petar method="by
	hand" seal=R-102 condition=intact
y3 = evidence description="Cut tobacco, 38 t, sample 200 g" type=trace
	exhibit_no=ВН-33/26 seized_at={-148} place=hall seized_from="Дунав Пак
	ООД" seized_by="П. Колев" legal_basis="District Court Varna, warrant
	98/2026" storage="Evidence room Varna, cage 1"
chain of=$y3 action=seized at="{-148} 05:58" from=$dunav to=$petar method="by
	hand" seal=R-103 condition=intact
y4 = evidence description="Printed boxes of four brands" type=goods
	exhibit_no=ВН-34/26 seized_at={-148} place=hall seized_from="Дунав Пак
	ООД" seized_by="П. Колев" legal_basis="District Court Varna, warrant
	98/2026" storage="Evidence room Varna, cage 1"
chain of=$y4 action=seized at="{-148} 06:27" from=$dunav to=$petar method="by
	hand" seal=R-104 condition=intact
y5 = evidence description="Banknotes, 241,500 EUR, vacuum-packed" type=money
	exhibit_no=ВН-35/26 seized_at={-148} place="office of the hall"
	seized_from="Калин Радулов" seized_by="П. Колев" legal_basis="District
	Court Varna, warrant 98/2026" storage="Evidence room Varna, cage 1"
chain of=$y5 action=seized at="{-148} 06:56" from=$radulov to=$petar
	method="by hand" seal=R-105 condition=intact
y6 = evidence description="Mobile phone of Радулов" type=device
	exhibit_no=ВН-36/26 seized_at={-148} place="office of the hall"
	seized_from="Калин Радулов" seized_by="П. Колев" legal_basis="District
	Court Varna, warrant 98/2026" storage="Evidence room Varna, cage 1"
chain of=$y6 action=seized at="{-148} 07:25" from=$radulov to=$petar
	method="by hand" seal=R-106 condition=intact
y7 = evidence description="Mobile phone of Wrona" type=device
	exhibit_no=ВН-37/26 seized_at={-148} place=hall seized_from="Łukasz
	Wrona" seized_by="П. Колев" legal_basis="District Court Varna, warrant
	98/2026" storage="Evidence room Varna, cage 1"
chain of=$y7 action=seized at="{-148} 07:54" from=$wrona to=$petar method="by
	hand" seal=R-107 condition=intact
y8 = evidence description="Shift book, handwritten" type=document
	exhibit_no=ВН-38/26 seized_at={-148} place="office of the hall"
	seized_from="Калин Радулов" seized_by="П. Колев" legal_basis="District
	Court Varna, warrant 98/2026" storage="Evidence room Varna, cage 2"
	pages=96
chain of=$y8 action=seized at="{-148} 08:23" from=$radulov to=$petar
	method="by hand" seal=R-108 condition=intact
y9 = evidence description="Eleven passports in an envelope" type=document
	exhibit_no=ВН-39/26 seized_at={-148} place="office of the hall"
	seized_from="Калин Радулов" seized_by="П. Колев" legal_basis="District
	Court Varna, warrant 98/2026" storage="Evidence room Varna, cage 2"
	pages=11 items=11
chain of=$y9 action=seized at="{-148} 08:52" from=$radulov to=$petar
	method="by hand" seal=R-109 condition=intact
y10 = evidence description="Rental contract of the field, signed Минков"
	type=document exhibit_no=ВН-40/26 seized_at={-148} place="office of
	the hall" seized_from="Калин Радулов" seized_by="П. Колев"
	legal_basis="District Court Varna, warrant 98/2026" storage="Evidence
	room Varna, cage 2" pages=4
chain of=$y10 action=seized at="{-148} 09:21" from=$radulov to=$petar
	method="by hand" seal=R-110 condition=intact
y11 = evidence description="Pistol 9 mm with two magazines" type=weapon
	exhibit_no=ВН-41/26 seized_at={-148} place="office of the hall"
	seized_from="Калин Радулов" seized_by="П. Колев" legal_basis="District
	Court Varna, warrant 98/2026" storage="Evidence room Varna, cage 2"
chain of=$y11 action=seized at="{-148} 09:24" from=$radulov to=$petar
	method="by hand" seal=R-111 condition=intact
y12 = evidence description="Server of Сини Черупки" type=device
	exhibit_no=ВН-42/26 seized_at={-148} place="ул. Крайбрежна 2, Varna"
	seized_from="Станка Димова" seized_by="П. Колев" legal_basis="District
	Court Varna, warrant 98/2026" storage="Evidence room Varna, cage 2"
chain of=$y12 action=seized at="{-148} 09:30" from=$stanka to=$petar
	method="by hand" seal=V-201 condition=intact
y13 = evidence description="Invoices for charters, one folder" type=document
	exhibit_no=ВН-43/26 seized_at={-148} place="ул. Крайбрежна 2, Varna"
	seized_from="Станка Димова" seized_by="П. Колев" legal_basis="District
	Court Varna, warrant 98/2026" storage="Evidence room Varna, cage 2"
	pages=137
chain of=$y13 action=seized at="{-148} 09:36" from=$stanka to=$petar
	method="by hand" seal=V-202 condition=intact
y14 = evidence description="Stamp of Thalassa Naftiliaki AE" type=goods
	exhibit_no=ВН-44/26 seized_at={-148} place="ул. Крайбрежна 2, Varna"
	seized_from="Станка Димова" seized_by="П. Колев" legal_basis="District
	Court Varna, warrant 98/2026" storage="Evidence room Varna, cage 2"
chain of=$y14 action=seized at="{-148} 09:43" from=$stanka to=$petar
	method="by hand" seal=V-203 condition=intact

at -148 09:05 ion
vGal = event title="Searches in Galati" type=search starts="{-148} 06:00"
	ends="{-148} 15:00" place=Galati state=RO participants="Economic crime
	Galati; Petar Kolev by video" minutes="Home and yard of Marcu, garage
	on Str. Portului. Marcu arrested, released under control after 24
	hours."
z1 = evidence description="Safe content of Marcu: banknotes, 96,350 EUR"
	type=money exhibit_no=GL-71/26 seized_at={-148} place="Str. Portului
	41" seized_from="Sorin Marcu" seized_by="I. Marin"
	legal_basis="Tribunal Galati, warrant 28/2026" storage="Evidence room
	Galati, row 1"
chain of=$z1 action=seized at="{-148} 06:00" from=$marcu to=$ion method="by
	hand" condition=intact seal=G-301
z2 = evidence description="Mobile phone of Marcu" type=device
	exhibit_no=GL-72/26 seized_at={-148} place="Str. Portului 41"
	seized_from="Sorin Marcu" seized_by="I. Marin" legal_basis="Tribunal
	Galati, warrant 28/2026" storage="Evidence room Galati, row 1"
chain of=$z2 action=seized at="{-148} 06:23" from=$marcu to=$ion method="by
	hand" condition=intact seal=G-302
z3 = evidence description="Second phone of Marcu, switched off" type=device
	exhibit_no=GL-73/26 seized_at={-148} place="Str. Portului 41"
	seized_from="Sorin Marcu" seized_by="I. Marin" legal_basis="Tribunal
	Galati, warrant 28/2026" storage="Evidence room Galati, row 1"
chain of=$z3 action=seized at="{-148} 06:46" from=$marcu to=$ion method="by
	hand" condition=intact seal=G-303
z4 = evidence description="Second set of books, nine folders" type=document
	exhibit_no=GL-74/26 seized_at={-148} place="garage, Str. Portului"
	seized_from="Sorin Marcu" seized_by="I. Marin" legal_basis="Tribunal
	Galati, warrant 28/2026" storage="Evidence room Galati, row 1"
	pages=1120
chain of=$z4 action=seized at="{-148} 07:09" from=$marcu to=$ion method="by
	hand" condition=intact seal=G-304
z5 = evidence description="Tachograph data of eleven lorries" type=data
	exhibit_no=GL-75/26 seized_at={-148} place="yard of Delta Trans"
	seized_from="Ileana Neagu" seized_by="I. Marin" legal_basis="Tribunal
	Galati, warrant 28/2026" storage="Evidence room Galati, row 2"
chain of=$z5 action=seized at="{-148} 07:32" from=$neagu to=$ion method="by
	hand" condition=intact seal=G-305
z6 = evidence description="Tractor unit GL 11 DLT" type=vehicle
	exhibit_no=GL-76/26 seized_at={-148} place="yard of Delta Trans"
	seized_from="Delta Trans SRL" seized_by="I. Marin"
	legal_basis="Tribunal Galati, warrant 28/2026" storage="Evidence room
	Galati, row 2"
chain of=$z6 action=seized at="{-148} 07:55" from=$delta to=$ion method="by
	hand" condition=intact
z7 = evidence description="Tractor unit GL 12 DLT" type=vehicle
	exhibit_no=GL-77/26 seized_at={-148} place="yard of Delta Trans"
	seized_from="Delta Trans SRL" seized_by="I. Marin"
	legal_basis="Tribunal Galati, warrant 28/2026" storage="Evidence room
	Galati, row 2"
chain of=$z7 action=seized at="{-148} 08:18" from=$delta to=$ion method="by
	hand" condition=intact
z8 = evidence description="Stamps of three firms" type=goods
	exhibit_no=GL-78/26 seized_at={-148} place="garage, Str. Portului"
	seized_from="Sorin Marcu" seized_by="I. Marin" legal_basis="Tribunal
	Galati, warrant 28/2026" storage="Evidence room Galati, row 2"
chain of=$z8 action=seized at="{-148} 08:41" from=$marcu to=$ion method="by
	hand" condition=intact seal=G-308
z9 = evidence description="Copies of transfers, one without a date"
	type=document exhibit_no=GL-79/26 seized_at={-148} place="garage, Str.
	Portului" seized_from="Sorin Marcu" seized_by="I. Marin"
	legal_basis="Tribunal Galati, warrant 28/2026" storage="Evidence room
	Galati, row 3" pages=17
chain of=$z9 action=seized at="{-148} 09:04" from=$marcu to=$ion method="by
	hand" condition=intact seal=G-309
z10 = evidence description="Mobile phone of Vlad" type=device
	exhibit_no=GL-80/26 seized_at={-148} place="Str. Lunga 3"
	seized_from="Ion Doru Vlad" seized_by="I. Marin" legal_basis="Tribunal
	Galati, warrant 28/2026" storage="Evidence room Galati, row 3"
chain of=$z10 action=seized at="{-148} 09:27" from=$vlad to=$ion method="by
	hand" condition=intact seal=G-310
z11 = evidence description="Seals of lorries, cut, 44 pieces" type=goods
	exhibit_no=GL-81/26 seized_at={-148} place="yard of Delta Trans"
	seized_from="Delta Trans SRL" seized_by="I. Marin"
	legal_basis="Tribunal Galati, warrant 28/2026" storage="Evidence room
	Galati, row 3"
chain of=$z11 action=seized at="{-148} 09:50" from=$delta to=$ion method="by
	hand" condition=intact seal=G-311
z12 = evidence description="Notebook with dates and plates" type=document
	exhibit_no=GL-82/26 seized_at={-148} place="Str. Lunga 3"
	seized_from="Ion Doru Vlad" seized_by="I. Marin" legal_basis="Tribunal
	Galati, warrant 28/2026" storage="Evidence room Galati, row 3"
	pages=64
chain of=$z12 action=seized at="{-148} 10:13" from=$vlad to=$ion method="by
	hand" condition=intact seal=G-312

at -148 16:06 dana
valuation of=$aDelta amount="412380.55 RON" on={-148} method="Balance when
	frozen" stage=FROZEN
set $aDelta stage=FROZEN
holding of=$aDelta kind=frozen amount="412380.55 RON" on={-148} order=31/2026

at -148 16:52 julien
x16 = evidence description="Forensic image of the notebook of Rhône Négoce"
	type=data exhibit_no=LY-02/26-A seized_at={-148} place=Lyon
	seized_from="Nadia Belkacem" seized_by="J. Morel" legal_basis="JIRS
	26/041, order of {-151}" storage="Evidence server Lyon, vault 2"
	root_exhibit_no=LY-02/26
hash of=$x16 algorithm=sha256
	value=b52a9d18f1de32f90e9cd7a318a65f8db3e2246c217c8b549316bce803726448
	of_what=LY-02.E01 computed_by="Laboratory for digital traces, Lyon"
	on={-148} report="LAB 26-312"
chain of=$x16 action=received at="{-148} 11:30" to=$julien method="made from
	LY-02/26"

at -148 16:58 petar
order of=$aCher kind=freezing authority="District Court Varna" number=114/2026
	on={-148}

at -148 18:10 ion
aCash1 = asset type=CASH description="Banknotes from the safe of Marcu"
	location="Treasury, Galati" country=RO holder=$marcu stage=FROZEN
valuation of=$aCash1 amount="96350 EUR" on={-148} method="Counted, two
	officers" stage=FROZEN
holding of=$aCash1 kind=frozen amount="96350 EUR" on={-148} order=31/2026
aTruck1 = asset type=VEHI description="Tractor unit, GL 11 DLT"
	location="Police yard, Galati" country=RO holder=$delta stage=FROZEN
identifier of=$aTruck1 type=plate value="RO GL 11 DLT"
aTruck2 = asset type=VEHI description="Tractor unit, GL 12 DLT"
	location="Police yard, Galati" country=RO holder=$delta stage=FROZEN
identifier of=$aTruck2 type=plate value="RO GL 12 DLT"
aLand = asset type=REAL description="Two flats, Str. Domneasca 9"
	location=Galati country=RO holder=$imob stage=IDENTIFIED

at -147 12:00 ana
set $t1 status=done
set $t3 status=done
set $t4 status=done

at -147 16:08 ion
valuation of=$aTruck1 amount="61000 EUR" on={-147} method=Appraisal
	stage=FROZEN
valuation of=$aTruck2 amount="58000 EUR" on={-147} method=Appraisal
	stage=FROZEN

at -147 16:40 petar
aCash2 = asset type=CASH description="Banknotes in the hall office,
	vacuum-packed" location="Treasury, Ruse" country=BG holder=$radulov
	stage=FROZEN

at -147 17:05 petar
category of=$worker1 category=VIC proceeding=212/2026 on={-147}
category of=$worker2 category=VIC proceeding=212/2026 on={-147}
category of=$worker3 category=VIC proceeding=212/2026 on={-147}
valuation of=$aCher amount="187450.00 EUR" on={-147} method="Balance when
	frozen" stage=FROZEN
set $aCher stage=FROZEN
holding of=$aCher kind=frozen amount="187450.00 EUR" on={-147} order=114/2026

at -147 17:05 julien
x17 = evidence description="Forensic image of the phone of Ferrand" type=data
	exhibit_no=LY-08/26-A seized_at={-147} place=Lyon seized_from="Luc
	Ferrand" seized_by="J. Morel" legal_basis="JIRS 26/041, order of
	{-151}" storage="Evidence server Lyon, vault 2"
	root_exhibit_no=LY-08/26
hash of=$x17 algorithm=sha256
	value=c79d12f747968c3a02f286504b75e5be6eef30e7ecbdebf4c7aaadc1b767e07c
	of_what=LY-08.dd computed_by="Laboratory for digital traces, Lyon"
	on={-147} report="LAB 26-315"
chain of=$x17 action=received at="{-147} 16:05" to=$julien method="made from
	LY-08/26"

at -146 09:40 boyana
set $worker1 protection=anonymous
set $worker2 protection=anonymous
set $worker3 protection=measures
set $t5 status=done
set $t6 status=done
set $t7 status=done

at -146 10:30 petar
y15 = evidence description="Forensic image of the phone of Радулов" type=data
	exhibit_no=ВН-36/26-К seized_at={-146} place=Varna seized_from="Калин
	Радулов" seized_by="П. Колев" legal_basis="District Court Varna,
	warrant 98/2026" storage="Evidence server Varna"
	root_exhibit_no=ВН-36/26
hash of=$y15 algorithm=sha256
	value=6d569c106dc604300a532f41feaaff3c1efad15a6c3764a93f6cb12eeafc4b68
	of_what=VN-36.dd computed_by="Forensic institute, Varna" on={-146}
	report="ЕКЛ 88"
chain of=$y15 action=received at="{-146} 10:20" to=$petar method="made from
	ВН-36/26"
y19 = evidence description="Statements of three workers" type=statement
	exhibit_no=ВН-52/26 seized_at={-146} place=Ruse seized_by="Ц. Начева"
	legal_basis=212/2026 pages=31 share=own handling=H1

at -146 16:00 petar
valuation of=$aCash2 amount="241500 EUR" on={-146} method="Counted, two
	officers" stage=FROZEN
holding of=$aCash2 kind=frozen amount="241500 EUR" on={-146} order=114/2026

at -145 09:10 julien
aCar = asset type=VEHI description="Sports car, FQ-118-MN" location="Pound,
	Lyon" country=FR holder=$ferrand stage=FROZEN
identifier of=$aCar type=plate value="FR FQ-118-MN"
valuation of=$aCar amount="47500 EUR" on={-145} method=Appraisal stage=FROZEN

at -145 14:35 ion
z13 = evidence description="Forensic image of the phone of Marcu" type=data
	exhibit_no=GL-72/26-C seized_at={-145} place=Galati seized_from="Sorin
	Marcu" seized_by="I. Marin" legal_basis="Tribunal Galati, warrant
	28/2026" storage="Evidence server Galati" root_exhibit_no=GL-72/26
hash of=$z13 algorithm=sha256
	value=ef06802852c5f0aea8d429ead21b82cbb5ca3409fe9ca80f5875e8ad9d53fc73
	of_what=GL-72.dd computed_by="Digital unit, Galati" on={-145}
	report="UD 140"
chain of=$z13 action=received at="{-145} 13:50" to=$ion method="made from
	GL-72/26"
z15 = evidence description="Bank statements of Delta Trans, three years"
	type=document exhibit_no=GL-90/26 seized_at={-160} place=Galati
	seized_from="bank, on order" seized_by="D. Rusu" legal_basis="Order
	12/2026" pages=380
z20 = evidence description="Toll data of eleven lorries, two years" type=data
	exhibit_no=GL-95/26 seized_at={-167} place=Bucharest seized_from="road
	company, on order" seized_by="D. Rusu" legal_basis="Order 9/2026"
hash of=$z20 algorithm=sha256
	value=bcade5095df6aac49c938e70b94def2a4321a7b445614766ab51d5bf217bdd5e
	of_what=toll.csv computed_by="D. Rusu" on={-167}

at -145 17:31 petar
y16 = evidence description="Forensic image of the server of Сини Черупки"
	type=data exhibit_no=ВН-42/26-К seized_at={-145} place=Varna
	seized_from="Станка Димова" seized_by="П. Колев" legal_basis="District
	Court Varna, warrant 98/2026" storage="Evidence server Varna"
	root_exhibit_no=ВН-42/26
hash of=$y16 algorithm=sha256
	value=a9afec7285143f40db69a14e55ab06445d95fba13a685be58b0c2b9343e513fb
	of_what="VN-42.E01, 2 TiB" computed_by="Forensic institute, Varna"
	on={-145} report="ЕКЛ 91"
chain of=$y16 action=received at="{-145} 17:30" to=$petar method="made from
	ВН-42/26"

at -144 17:30 claire
set $t9 status=done
set $t10 status=done

at -144 17:57 ion
z14 = evidence description="Forensic image of the phone of Vlad" type=data
	exhibit_no=GL-80/26-C seized_at={-144} place=Galati seized_from="Ion
	Doru Vlad" seized_by="I. Marin" legal_basis="Tribunal Galati, warrant
	28/2026" storage="Evidence server Galati" root_exhibit_no=GL-80/26
hash of=$z14 algorithm=sha256
	value=2532799ffbe75c7c26737c26e13d075553f862e534c7843bd90fbc8a3a8e96d8
	of_what=GL-80.dd computed_by="Digital unit, Galati" on={-144}
	report="UD 141"
chain of=$z14 action=received at="{-144} 12:15" to=$ion method="made from
	GL-80/26"

at -142 10:40 dana
north = organisation name="Northlight Holdings Ltd" reg_no="HE 000027"
	jurisdiction=CY legal_form=Ltd
lac = organisation name="Lac Bleu Conseil SA" reg_no=CHE-000.000.028
	jurisdiction=CH legal_form=SA

at -140 10:15 petar
aMach = asset type=STCK description="Two packing lines, 38 t of cut tobacco"
	location="Hall near Ruse, sealed" country=BG holder=$dunav
	stage=FROZEN

at -140 15:00 dana
link type=directs a=$marcu b=$delta from_date=2018
link type=shareholder a=$popescu b=$delta percent=20 from_date=2018
link type=family a=$marcu b=$elena
link type=directs a=$elena b=$imob from_date=2021
link type=employs a=$delta b=$vlad from_date=2019
link type=employs a=$delta b=$turcanu from_date=2024
link type=uses a=$vlad b=$aTruck1
link type=mentions a=$l1 b=$vlad
link type=mentions a=$l1 b=$delta
link type=mentions a=$l1 b=$rhone
link type=mentions a=$l1 b=$carton
link type=supports a=$l8 b=$l3
link type=supports a=$z4 b=$l8
link type=supports a=$z20 b=$l2
link type=mentions a=$l7 b=$turcanu
link type=mentions a=$l6 b=$aTruck1
link type=mentions a=$l6 b=$aTruck2
link type=derived_from a=$z13 b=$z2
link type=derived_from a=$z14 b=$z10

at -140 16:32 dana
valuation of=$aImob amount="58120.10 RON" on={-140} method=Statement
	stage=IDENTIFIED

at -140 16:52 petar
category of=$gancheva category=WIT proceeding=212/2026 on={-140}
category of=$minkov category=CNT proceeding=212/2026 on={-140}
l14 = lead title="Peev carries rolls of banknotes on the night bus to
	Thessaloniki" status=in_work priority=high grade=B2
	channel=surveillance received_on={-140} due={3!} assignee=BG/2
	tags=cash,courier
y17 = evidence description="Interception, line of Димов: 1,204 calls"
	type=recording exhibit_no=ВН-50/26 seized_at={-140} place=Varna
	seized_from=operator seized_by="П. Колев" legal_basis="Order 77/2026"
	items=1204 items_privileged=9 privilege=claimed share=own
	valid_until={60}

at -140 17:13 ion
category of=$wrona category=SUS proceeding=212/2026 on={-140}
set $aTruck1 stage=MANAGED
valuation of=$aLand amount="720000 RON" on={-140} method="Land register,
	price" stage=IDENTIFIED

at -139 10:20 ana
t11 = task title="Who owns Northlight Holdings?" assignee=RO/3 due={5!}
	priority=high about=$north follow_up={2!}
t12 = task title="Compare the second books with the ledger from Lyon"
	assignee=RO/3 due={-60} about=$z4
t13 = task title="Request to Switzerland: accounts kept by Wehrli"
	assignee=RO/1 due={-110} priority=high about=$lac

at -139 17:13 petar
valuation of=$aMach amount="390000 EUR" on={-139} method=Appraisal
	stage=FROZEN

at -138 10:20 petar
link type=controls a=$dimov b=$cherupki from_date=2016
link type=directs a=$stanka b=$cherupki from_date=2016
link type=family a=$dimov b=$stanka grade=A2
link type=directs a=$radulov b=$dunav from_date=2019
link type=employs a=$dunav b=$wrona
link type=associate a=$dimov b=$radulov grade=B1
link type=communicates a=$dimov b=$marcu grade=B2 note="Twice a week, from the
	image ВН-36/26-К"
link type=associate a=$peev b=$dimov grade=B2
link type=uses a=$peev b=$aRog grade=C3
link type=mentions a=$l11 b=$dunav
link type=mentions a=$l14 b=$peev
link type=derived_from a=$y15 b=$y6
link type=derived_from a=$y16 b=$y12
link type=supports a=$y8 b=$l11
link type=found_with a=$y14 b=$y13

at -136 16:40 sophie
link type=directs a=$chastel b=$rhone from_date=2020
link type=directs a=$girardot b=$transit
link type=employs a=$rhone b=$belkacem from_date=2020-09 to_date={-140}
link type=knows a=$chastel b=$ferrand grade=A2
link type=met a=$chastel b=$hamdani grade=B2 note="Every second Friday,
	Part-Dieu"
link type=uses a=$ferrand b=$aCar
link type=derived_from a=$x15 b=$x1
link type=derived_from a=$x16 b=$x2
link type=derived_from a=$x17 b=$x8
link type=supports a=$x3 b=$l3
link type=contradicts a=$x3 b=$x4 note="The ledger has half the pallets of the
	delivery notes"
link type=mentions a=$x9 b=$ferrand

at -134 16:36 julien
l4 = lead title="Chastel meets a man with a Lebanese number every second
	Friday" status=in_work grade=B2 handling=H2 channel=surveillance
	received_on={-134} due={9!} tags=cash,courier
x20 = evidence description="Surveillance photographs, Part-Dieu station"
	type=picture exhibit_no=LY-17/26 seized_at={-134} place=Lyon
	seized_by="J. Morel" legal_basis="JIRS 26/041" items=58

at -133 17:31 sophie
category of=$hamdani category=POT proceeding="JIRS 26/041" on={-133}
link type=mentions a=$x20 b=$chastel

at -132 16:44 petar
y18 = evidence description="Record of the hearing of Весела Ганчева"
	type=statement exhibit_no=ВН-51/26 seized_at={-132} place=Varna
	seized_from="Весела Ганчева" seized_by="Ц. Начева"
	legal_basis=212/2026 pages=9

at -128 09:00 ana
d3 = decision title="Follow the money to Piraeus by EIO, not by asking Greece
	to join" question="Third signatory or EIO?" options="Ask Greece to
	join: three months\nEIO: thirty days and ninety" outcome=agreed
	on={-128} consulted="Boyana Ilieva, Claire Vasseur, Marta Oliveira"

at -128 17:33 petar
l15 = lead title="Златен Рог changes lei that it never bought" status=in_work
	grade=B2 channel=FIU received_on={-128} crime_area=MLAU assignee=BG/2
	tags=cash,bank

at -127 17:41 petar
link type=mentions a=$l15 b=$rog

at -126 17:59 petar
l17 = lead title="Станка Димова opened four accounts in one week"
	status=confirmed grade=A1 channel="bank register" received_on={-126}
	tags=bank
valuation of=$aStanka amount="31900.00 EUR" on={-126} method="Bank register"
	stage=IDENTIFIED

at -125 17:07 petar
link type=mentions a=$l17 b=$aStanka

at -120 09:50 dana
kalfo = person name="Στέλιος Ανδρέου Καλφόπουλος" given=Στέλιος
	family=Καλφόπουλος birth_date=1965-10-05 birth_place=Πειραιάς sex=male
	nationality=GR
name of=$kalfo text="Stelios Andreou Kalfopoulos" name_kind=transliteration
name of=$kalfo text="Stylianos Kalfopoulos" name_kind=alias
category of=$kalfo category=SUS proceeding=14/P/2026 on={-120}
paper of=$kalfo type=id_card no="ΑΚ 000019" country=GR
address of=$kalfo text="Ακτή Μιαούλη 85, Πειραιάς" country=GR from=2009
identifier of=$kalfo type=phone value="+30 694 000 0019"
mkalfo = person name="Μαρία Καλφοπούλου" given=Μαρία family=Καλφοπούλου
	birth_date=1970 sex=female nationality=GR
name of=$mkalfo text="Maria Kalfopoulou" name_kind=transliteration
category of=$mkalfo category=CNT proceeding=14/P/2026 on={-120}
repousis = person name="Θάνος Ρεπούσης" given=Θάνος family=Ρεπούσης
	birth_date=1981 sex=male nationality=GR
name of=$repousis text="Thanos Repousis" name_kind=transliteration
wehrli = person name="Urs Wehrli-Odermatt" given=Urs family=Wehrli-Odermatt
	birth_date=1961-04-11 sex=male nationality=CH
lamia = person name="Λάμια Ζαχαρίου" given=Λάμια family=Ζαχαρίου
	birth_date=1989 sex=female nationality=CY birth_place=Λεμεσός

at -120 10:00 julien
chain of=$x15 action=handed_over at="{-120} 10:00" from=$julien to=$ion
	method="encrypted disk, courier" seal=S-0601 purpose="Trial in Galati;
	lead on Marcu" mode=program
confirmation of=$x15 step=$x15/chain2 side=giver

at -119 09:20 ion
confirmation of=$x15 step=$x15/chain2 side=receiver remark="Seal intact;
	digest computed again and equal"

at -119 10:40 dana
meltemi = organisation name="Μελτέμι Γιώτινγκ ΜΙΚΕ" reg_no="ΓΕΜΗ 000000029"
	jurisdiction=GR legal_form=ΜΙΚΕ
name of=$meltemi text="Meltemi Yachting Single Member PC"
	name_kind=transliteration

at -118 11:10 julien
chain of=$x3 action=handed_over at="{-118} 11:00" from=$julien to=$ion
	method="by hand, in Lyon" seal=S-0602 purpose="Copying for Galati"
	mode=program
confirmation of=$x3 step=$x3/chain2 side=giver

at -118 11:40 ion
confirmation of=$x3 step=$x3/chain2 side=receiver remark="212 pages counted"

at -118 16:44 dana
category of=$repousis category=WIT proceeding=14/P/2026 on={-118}

at -117 16:12 dana
l18 = lead title="Thalassa Marine has one ship, and it is laid up"
	status=confirmed grade=A2 channel="ship register" received_on={-117}
	crime_area=MLAU tags=invoices,piraeus

at -117 17:21 ion
cost of=$aTruck1 amount="940 EUR" on={-117} what="Yard, three months"
cost of=$aTruck1 amount="310 EUR" on={-117} what=Insurance

at -115 09:15 dana
aThal = asset type=BANK account_no=GR3201101250000000012300601
	description="Charter account of Thalassa" holder=$thalassa country=GR
	stage=IDENTIFIED
aNorth = asset type=BANK account_no=CY88002001280000001200527001
	description="Account of Northlight Holdings" holder=$north country=CY
	stage=IDENTIFIED
aLac = asset type=BANK account_no=CH7800999000000000801 description="Client
	account of Lac Bleu Conseil" holder=$lac country=CH stage=IDENTIFIED
aVilla = asset type=REAL description="Villa at Vourvourou, Chalkidiki, 340 m2"
	location="Vourvourou, Sithonia" country=GR holder=$north
	stage=SUSPECTED source_id="KAEK 191200000001"
identifier of=$aVilla type=cadastre value=191200000001
valuation of=$aVilla amount="612000 EUR" on={-410} method="Purchase price in
	the deed" stage=SUSPECTED
owner of=$aVilla who=$north role=owner from={-410}
owner of=$aVilla who=$mkalfo role=user
owner of=$aVilla who=$dimov role=beneficial percent=100
aYacht = asset type=VESS description="Motor yacht “Meltemi”, 18 m"
	location="Alimos marina, berth K-14" country=GR holder=$meltemi
	stage=SUSPECTED
identifier of=$aYacht type=imo value="IMO 9074729"
valuation of=$aYacht amount="185000 EUR" on={-302} method="Invoice of the
	yard" stage=SUSPECTED
owner of=$aYacht who=$meltemi role=owner
owner of=$aYacht who=$dimov role=user from={-300}

at -112 17:25 dana
l19 = lead title="Charter invoices from Piraeus match the cash days in Varna"
	status=in_work priority=high grade=B2 nature=assessment
	channel=analysis received_on={-112} due={12!} assignee=RO/3
	tags=invoices,piraeus

at -111 11:45 dana
payment from=$aCher to=$aThal amount="47400.00 EUR" value_date={-405}
	purpose="Charter M/V Galini, voyage 1" tx_ref=CH-01
payment from=$aCher to=$aThal amount="48900.00 EUR" value_date={-380}
	purpose="Charter M/V Galini, voyage 2" tx_ref=CH-02
payment from=$aCher to=$aThal amount="50400.00 EUR" value_date={-355}
	purpose="Charter M/V Galini, voyage 3" tx_ref=CH-03
payment from=$aCher to=$aThal amount="47400.00 EUR" value_date={-330}
	purpose="Charter M/V Galini, voyage 4" tx_ref=CH-04
payment from=$aCher to=$aThal amount="48900.00 EUR" value_date={-305}
	purpose="Charter M/V Galini, voyage 5" tx_ref=CH-05
payment from=$aCher to=$aThal amount="50400.00 EUR" value_date={-280}
	purpose="Charter M/V Galini, voyage 6" tx_ref=CH-06
payment from=$aCher to=$aThal amount="47400.00 EUR" value_date={-255}
	purpose="Charter M/V Galini, voyage 7" tx_ref=CH-07
payment from=$aCher to=$aThal amount="48900.00 EUR" value_date={-230}
	purpose="Charter M/V Galini, voyage 8" tx_ref=CH-08
payment from=$aCher to=$aThal amount="50400.00 EUR" value_date={-205}
	purpose="Charter M/V Galini, voyage 9" tx_ref=CH-09
payment from=$aCher to=$aThal amount="49140.00 EUR" value_date={-180}
	purpose="Charter M/V Galini, voyage 10" tx_ref=CH-10
payment to=$aNorth amount="204000.00 EUR" value_date={-418} purpose="Loan,
	first part" tx_ref=NL-418 counterparty="Thalassa Naftiliaki AE"
payment to=$aNorth amount="204000.00 EUR" value_date={-413} purpose="Loan,
	second part" tx_ref=NL-413 counterparty="Thalassa Naftiliaki AE"
payment to=$aNorth amount="204000.00 EUR" value_date={-411} purpose="Loan,
	third part" tx_ref=NL-411 counterparty="Thalassa Naftiliaki AE"
payment from=$aNorth amount="612000.00 EUR" value_date={-410}
	purpose="Purchase of plot 191200000001" tx_ref=NL-410
	counterparty="Notary I. Zervas, client account"
payment from=$aThal to=$meltemi amount="90000.00 EUR" value_date={-303}
	purpose="Yacht, advance" tx_ref=TH-303
payment from=$aThal to=$meltemi amount="95000.00 EUR" value_date={-300}
	purpose="Yacht, balance" tx_ref=TH-300

at -111 16:20 petar
link type=supports a=$y13 b=$l19

at -110 14:30 ion
chain of=$z1 action=examined at="{-110} 14:00" from=$ion purpose="Counted
	again" condition="96,350 EUR as before"
chain of=$z10 action=examined at="{-143} 09:30" from=$ion purpose="Extraction
	by the digital unit" condition="seal replaced by G-410" seal=G-410

at -110 16:46 petar
l16 = lead title="Dimov shows a yacht to guests as his own" status=confirmed
	grade=B3 channel="open source" received_on={-110} tags=assets,yacht

at -109 16:54 petar
link type=mentions a=$l16 b=$aYacht

at -104 17:17 sophie
l23 = lead title="Girardot clears the lorries without opening them"
	status=in_work grade=B2 channel="customs data" received_on={-104}
	due={-3!} assignee=FR/2 tags=lorry

at -103 16:46 sophie
link type=mentions a=$l23 b=$girardot

at -101 17:49 julien
l5 = lead title="Cash counted in the back room of a tobacconist, Villeurbanne"
	status=assessed grade=C3 channel=hotline received_on={-101} tags=cash

at -100 10:10 julien
chain of=$x6 action=destroyed at="{-100} 10:00" from=$julien method="burnt,
	minutes of {-100}; ten cartons kept as sample" purpose="Order of the
	judge"

at -96 15:20 ion
chain of=$z12 action=handed_over at="{-96} 11:30" from=$ion to="Institute of
	Forensic Science, Bucharest" method="by hand" seal=G-312
	purpose="Whose handwriting is it?"
confirmation of=$z12 step=$z12/chain2 side=giver
confirmation of=$z12 step=$z12/chain2 side=receiver mode=paper
	receipt_no=INF-1187/26 name="Mircea Stanciu" rank="head of the
	document section" on={-96} remark="Seal intact; 64 pages"

at -100 16:30 sophie
l24 = lead title="Ferrand sells to eleven shops" status=confirmed grade=A2
	channel=surveillance received_on={-100} crime_area=COUN

at -100 17:11 petar
valuation of=$aRog amount="76200.00 EUR" on={-100} method=Statement
	stage=IDENTIFIED

at -99 17:59 sophie
link type=mentions a=$l24 b=$ferrand

at -98 16:54 ion
l10 = lead title="Somebody in the border police warns the drivers"
	status=assessed priority=urgent grade=C2 handling=H3
	handling_text="Only Ana Pop and Ion Marin; not to be named in any
	request" share=named channel=source received_on={-98} due={1!}

at -97 16:18 julien
x18 = evidence description="Record of the hearing of Nadia Belkacem"
	type=statement exhibit_no=LY-15/26 seized_at={-97} place=Lyon
	seized_from="Nadia Belkacem" seized_by="C. Vasseur" legal_basis="JIRS
	26/041" pages=14

at -97 17:43 sophie
l25 = lead title="Belkacem kept the real delivery notes" status=confirmed
	priority=high grade=A2 channel=hearing received_on={-97}
	assists_defence=no tags=invoices

at -96 14:15 claire
set $belkacem protection=requested
set $t8 status=done
t14 = task title="Names of the eleven shops that Ferrand supplies"
	assignee=FR/3 due={-50}
t15 = task title="Bulgarian side: is the stamp V-203 genuine?" for_party=BG
	due={-40} about=$y14
t16 = task title="Romanian side: hear Ileana Neagu about the tachographs"
	for_party=RO due={-25} about=$neagu

at -96 17:33 sophie
link type=supports a=$x18 b=$l25

at -95 10:30 boyana
set $t15 status=accepted assignee=BG/2

at -95 17:57 dana
category of=$wehrli category=ASC proceeding=14/P/2026 on={-95}
category of=$lamia category=CNT proceeding=14/P/2026 on={-95}

at -94 09:00 ana
set $t16 status=accepted assignee=RO/2
set $t2 status=done
set $t13 status=done

at -91 10:30 ana
party code=CH name="Office of the Attorney General of Switzerland" class=third
	state=CH authority="Prosecutor general" signed_on={-92}
member party=CH name="Regula Amstutz" role=judicial rank="federal prosecutor"
	joined_on={-90}
member party=RO name="Sorin Ene" role=admin rank=registrar joined_on={-91}
member party=RO name="Lia Munteanu" role=auditor rank="data protection officer"
	joined_on={-91}
set CH controller=RO/4
d4 = decision title="Switzerland takes part by single acts" question="What
	does Bern see?" options="Nothing of the case, only what is shared one
	by one" outcome=agreed on={-91} consulted="BG, FR"

at -90 15:00 ion
chain of=$x3 action=handed_over at="{-90} 15:00" from=$ion to=$julien
	method="by hand, in Galati" seal=S-0603 purpose="Back to Lyon"
	mode=program
confirmation of=$x3 step=$x3/chain3 side=giver

at -90 16:38 dana
l20 = lead title="Villa in Chalkidiki paid for by a company in Cyprus"
	status=confirmed grade=B1 channel="land register, through EIO"
	received_on={-90} tags=assets,villa

at -89 09:30 julien
confirmation of=$x3 step=$x3/chain3 side=receiver remark="Cover loose, 212
	pages"

at -88 16:04 dana
l22 = lead title="Wehrli manages accounts for three of our firms"
	status=in_work grade=B2 channel="answer from Geneva" received_on={-88}
	due={20!} assignee=RO/3 tags=bank,geneva

at -88 16:10 ion
z16 = evidence description="Answer from Piraeus: ship register and charter
	papers" type=document exhibit_no=GL-91/26 seized_at={-88}
	place=Piraeus seized_from="Prosecutor of Piraeus" seized_by="D. Rusu"
	legal_basis="EIO 9/2026, Annex A of {-125}" pages=74 language=el

at -88 18:05 ana
share $lac CH reason="Whose accounts are they?" basis=safeguards
	controller=$sorin until={120} use=information

at -86 15:15 dana
payment from=$aThal to=$aLac amount="62000.00 EUR" value_date={-240}
	purpose="Consulting, instalment 1" tx_ref=LB-1
payment from=$aThal to=$aLac amount="58500.00 EUR" value_date={-212}
	purpose="Consulting, instalment 2" tx_ref=LB-2
payment from=$aThal to=$aLac amount="61200.00 EUR" value_date={-199}
	purpose="Consulting, instalment 3" tx_ref=LB-3
payment from=$aThal to=$aLac amount="47300.00 EUR" value_date={-188}
	purpose="Consulting, instalment 4" tx_ref=LB-4
payment from=$aThal to=$aLac amount="55000.00 EUR" value_date={-181}
	purpose="Consulting, instalment 5" tx_ref=LB-5
payment from=$aLac amount="318000.00 EUR" value_date={-178} purpose="Achat
	appartement, rue Garibaldi" tx_ref=LB-20 counterparty="Notaire, Lyon
	3e"
payment from=$aLac amount="274000.00 EUR" value_date={-171} purpose="Achat
	appartement, cours Gambetta" tx_ref=LB-21 counterparty="Notaire, Lyon
	3e"

at -86 17:03 dana
valuation of=$aLac amount="518900.00 CHF" on={-86} method="Answer from Geneva"
	stage=IDENTIFIED

at -86 17:23 ion
z17 = evidence description="Answer from Geneva: account opening papers"
	type=document exhibit_no=GL-92/26 seized_at={-86} place=Geneva
	seized_from="Office of the Attorney General" seized_by="D. Rusu"
	legal_basis="Request of {-110}" pages=52 handling=H1 origin="Office of
	the Attorney General of Switzerland" origin_terms="Intelligence only
	until a formal request is granted"

at -85 14:30 nora
l29 = lead title="Cross-check: phone of Vlad seen in a Spanish tobacco case"
	status=assessed grade=B2 origin=Europol origin_ref=EU-2291
	origin_terms="No use in court without consent of the Spanish provider"
	handling=H1,H2 channel=SIENA received_on={-85}

at -85 16:16 dana
set $aLac stage=TEMP_FROZEN
order of=$aLac kind=immediate authority="Office of the Attorney General, Bern"
	number=SV.26.0311 on={-85}

at -84 17:09 sophie
l27 = lead title="Two flats in Lyon bought by Lac Bleu Conseil"
	status=confirmed grade=A1 channel="land register" received_on={-84}
	tags=assets,geneva

at -83 10:30 petar
payment from=$aRog to=$aStanka amount="9800.00 EUR" value_date={-230}
	purpose="Покупка на валута" tx_ref=ZR-501
payment from=$aRog to=$aStanka amount="9670.00 EUR" value_date={-221}
	purpose="Покупка на валута" tx_ref=ZR-502
payment from=$aRog to=$aStanka amount="9540.00 EUR" value_date={-212}
	purpose="Покупка на валута" tx_ref=ZR-503
payment from=$aRog to=$aStanka amount="9410.00 EUR" value_date={-203}
	purpose="Покупка на валута" tx_ref=ZR-504
payment from=$aRog to=$aStanka amount="9280.00 EUR" value_date={-194}
	purpose="Покупка на валута" tx_ref=ZR-505
payment from=$aRog to=$aStanka amount="9150.00 EUR" value_date={-185}
	purpose="Покупка на валута" tx_ref=ZR-506
payment from=$aRog to=$aStanka amount="9020.00 EUR" value_date={-176}
	purpose="Покупка на валута" tx_ref=ZR-507
payment from=$aRog to=$aStanka amount="8890.00 EUR" value_date={-167}
	purpose="Покупка на валута" tx_ref=ZR-508

at -82 09:20 julien
aFlat1 = asset type=REAL description="Flat, rue Garibaldi 88, Lyon" country=FR
	holder=$lac stage=FROZEN
owner of=$aFlat1 who=$lac role=owner percent=100
aFlat2 = asset type=REAL description="Flat, cours Gambetta 41, Lyon"
	country=FR holder=$lac stage=FROZEN
owner of=$aFlat2 who=$lac role=owner percent=100

at -80 10:15 claire
admissibility of=$x15 state=FR status=admissible
admissibility of=$x3 state=FR status=admissible
admissibility of=$x18 state=FR status=admissible note="counsel was present"
admissibility of=$z15 state=FR status=conditional note="needs the order in
	French"
admissibility of=$y15 state=FR status=unclear note="was the warrant limited to
	the hall?"

at -80 16:22 sophie
l28 = lead title="Hamdani lends at the airport; no shop of his own"
	status=unfounded closed_reason="A namesake; the lender is sixty."
	grade=X4 channel=hotline received_on={-80}

at -80 16:26 julien
valuation of=$aFlat1 amount="318000 EUR" on={-80} method=Appraisal
	stage=FROZEN
valuation of=$aFlat2 amount="274000 EUR" on={-80} method=Appraisal
	stage=FROZEN

at -79 11:25 ana
admissibility of=$x15 state=RO status=admissible note="JIT evidence, no
	request needed"
admissibility of=$x3 state=RO status=admissible
admissibility of=$z4 state=RO status=admissible
admissibility of=$z17 state=RO status=inadmissible note="intelligence only; a
	formal request was sent"
admissibility of=$y15 state=RO status=admissible

at -78 15:45 tsveta
admissibility of=$y15 state=BG status=admissible
admissibility of=$y5 state=BG status=admissible
admissibility of=$y12 state=BG status=contested note="defence says that the
	server was outside the warrant"
admissibility of=$x15 state=BG status=admissible

at -72 14:00 marta
v4 = event title="Second coordination meeting: assets" type=meeting
	starts="{-73!} 10:00" ends="{-73!} 16:00" place="The Hague" state=NL
	participants="RO, BG, FR, CH (part), Eurojust" agenda="1. Villa and
	yacht\n2. Geneva\n3. Who sells what" minutes="Villa by certificate
	from Galati. Yacht next. Flats in Lyon stay with Lyon."

at -72 16:30 ion
chain of=$z12 action=received at="{-72} 14:00" from="Institute of
	Forensic Science, Bucharest" to=$ion method=courier
	condition="51 pages are in the hand of Vlad; sealed anew, G-418"

at -71 16:36 ion
z18 = evidence description="Record of the hearing of Θάνος Ρεπούσης"
	type=statement exhibit_no=GL-93/26 seized_at={-71} place=Thessaloniki
	seized_from="Θάνος Ρεπούσης" seized_by="D. Rusu" legal_basis="EIO
	14/2026" pages=8 language=el

at -71 17:51 dana
l21 = lead title="Notary clerk remembers who brought the villa money"
	status=assessed grade=B2 channel="EIO hearing" received_on={-71}
	assignee=RO/1 tags=villa

at -70 16:34 ion
order of=$aTruck2 kind=early_sale authority="Tribunal Galati" number=37/2026
	on={-70}

at -70 17:37 dana
valuation of=$aThal amount="143800.00 EUR" on={-70} method="EIO answer"
	stage=IDENTIFIED

at -69 11:00 boyana
v5 = event title="Hearing on the detention of Радулов" type=hearing
	starts="{-55!} 13:30" place="District Court Varna" state=BG
	participants="Tsveta Nacheva"

at -69 16:50 dana
set $aThal stage=REQUESTED

at -66 16:56 sophie
l26 = lead title="Chastel says that Dimov threatened his son" status=assessed
	grade=C2 channel=hearing received_on={-66} assists_defence=yes
	tags=dimov detail="If true, it may mitigate. To be disclosed to the
	defence in Lyon when the judge so decides."

at -64 13:10 petar
chain of=$y15 action=handed_over at="{-64} 13:00" from=$petar to=$ion
	method="encrypted disk, courier" seal=R-190 purpose="Calls between
	Радулов and Marcu" mode=program
confirmation of=$y15 step=$y15/chain2 side=giver

at -63 10:45 ion
confirmation of=$y15 step=$y15/chain2 side=receiver remark="Digest equal"

at -63 16:02 tsveta
translation of=$y18 from=bg to=ro pages=9 translator="Ilinca Preda" sworn=yes
	ordered={-77} due={-60} received={-63}

at -62 09:10 ion
payment from=$aDelta to=$aImob amount="14500.00 RON" value_date={-380}
	purpose="Chirie depozit" tx_ref=MI-380
payment from=$aDelta to=$aImob amount="14500.00 RON" value_date={-330}
	purpose="Chirie depozit" tx_ref=MI-330
payment from=$aDelta to=$aImob amount="14500.00 RON" value_date={-280}
	purpose="Chirie depozit" tx_ref=MI-280
payment from=$aDelta to=$aCarton amount="22100.00 RON" value_date={-371}
	purpose="Carton, bobine" tx_ref=TC-371
payment from=$aDelta to=$aCarton amount="23650.00 RON" value_date={-322}
	purpose="Carton, bobine" tx_ref=TC-322
payment from=$aDelta to=$aCarton amount="21980.00 RON" value_date={-274}
	purpose="Carton, bobine" tx_ref=TC-274
payment from=$aTransit to=$aRhone amount="3600.00 EUR" value_date={-205}
	purpose="Remise, dossiers 11 à 14" tx_ref=GT-11
payment from=$aStanka amount="2400.00 EUR" value_date={-126}
	purpose="Адвокатски хонорар" tx_ref=SD-9 counterparty="К. Савов"
payment from=$aCarton to=$aDelta purpose="Returned; no date on the copy"
	source_doc="copy found in the garage"

at -62 17:29 dana
valuation of=$aVilla amount="680000 EUR" on={-62} method="Appraisal,
	Thessaloniki" stage=IDENTIFIED
set $aVilla stage=IDENTIFIED

at -60 11:00 dana
aShare = asset type=SHAR description="Capital of Delta Trans SRL" country=RO
	holder=$marcu stage=IDENTIFIED
owner of=$aShare who=$popescu role=owner percent=20 from=2018

at -60 16:20 petar
l13 = lead title="Радулов plans a second hall in Свищов" status=in_work
	grade=C3 channel=interception received_on={-60} due={7!} assignee=BG/2
	tags=hall

at -59 11:05 ana
set $t12 status=done
t17 = task title="French side: which flat did the keys “Garibaldi” open?"
	for_party=FR due={-35} about=$x11
t18 = task title="Freezing certificate for the villa (Regulation 2018/1805)"
	assignee=RO/1 due={-20} priority=urgent about=$aVilla

at -58 15:20 claire
set $t17 status=accepted assignee=FR/2

at -57 17:35 boyana
l30 = lead title="Минков, retired customs officer, rents the field behind the
	hall" status=new grade=C4 channel=patrol received_on={-57} tags=hall

at -56 17:49 ion
z19 = evidence description="Photographs of the yacht, Alimos marina"
	type=picture exhibit_no=GL-94/26 seized_at={-56} place=Alimos
	seized_from="open source" seized_by="D. Rusu" legal_basis="open
	source" items=23

at -55 17:55 dana
valuation of=$aYacht amount="160000 EUR" on={-55} method="Broker estimate"
	stage=IDENTIFIED
set $aYacht stage=IDENTIFIED

at -54 09:35 dana
link type=directs a=$kalfo b=$thalassa from_date=2009
link type=family a=$kalfo b=$mkalfo
link type=directs a=$kalfo b=$meltemi
link type=directs a=$lamia b=$north grade=B3
link type=directs a=$wehrli b=$lac
link type=beneficial_owner a=$dimov b=$north percent=100 grade=B2
link type=uses a=$dimov b=$aYacht from_date={-300} grade=B3
link type=resides_at a=$mkalfo b=$aVilla grade=B2
link type=owns a=$north b=$aVilla percent=100 from_date={-410} grade=A1
link type=owns a=$lac b=$aFlat1 percent=100 from_date={-178} grade=A1
link type=owns a=$lac b=$aFlat2 percent=100 from_date={-171} grade=A1
link type=owns a=$meltemi b=$aYacht percent=100 from_date={-302} grade=A1
link type=supports a=$z16 b=$l18
link type=supports a=$z18 b=$l20
link type=mentions a=$l20 b=$aVilla
link type=mentions a=$l22 b=$wehrli
link type=supports a=$l19 b=$l20
link type=communicates a=$kalfo b=$dimov grade=B2

at -52 17:47 ion
disposal of=$aTruck2 how=sold amount="52500 EUR" on={-52} to="Auction; the
	money stays with the court"
set $aTruck2 stage=SOLD_EARLY

at -44 16:10 ion
l32 = lead title="New driver: Hadžić, with lorry GL 44 DLT" status=in_work
	grade=B2 channel="toll data" received_on={-44} assignee=RO/2 due={6!}
	tags=lorry

at -41 10:00 petar
set $t15 status=done
journal of=$t15 at={-42} text="Compared with three charters of Thalassa: ink
	and edge are the same." minutes=140

at -39 17:01 ion
l33 = lead title="Popescu stores pallets of filters in Braila" status=assessed
	grade=C3 channel=hotline received_on={-39} due={14!}

at -36 13:30 julien
set $t17 status=done
journal of=$t17 at={-37} text="Door at rue Garibaldi 88, third floor, opened
	with key 2." minutes=60

at -35 17:15 ana
translation of=$z16 from=el to=ro pages=74 translator="sworn, Galati"
	sworn=yes ordered={-77} due={-40} received={-35}

at -34 09:50 boyana
t19 = task title="Second hall in Свищов: look from outside" assignee=BG/2
	due={4!} priority=high about=$radulov
t20 = task title="Dimov: prepare the arrest warrant" assignee=BG/3 due={6!}
	priority=urgent about=$dimov
t21 = task title="Romanian side: plates of all lorries that slept in Svishtov"
	for_party=RO due={5!} priority=high about=$delta
t22 = task title="Prepare the asset plan for Varna: sale of the packing lines"
	assignee=BG/3 due={25!} about=$aMach

at -33 10:00 claire
v6 = event title="Hearing of Chastel by the judge" type=hearing starts="{2!}
	14:00" place=Lyon state=FR participants="Claire Vasseur, counsel
	Aubry, interpreter none"

at -31 16:14 ion
l34 = lead title="Tutun Carton prints boxes of brands that it has no licence
	for" status=in_work priority=high grade=A2 channel="customs,
	Constanta" received_on={-31} crime_area=COUN assignee=RO/2 due={4!}

at -30 09:10 ana
v7 = event title="Third coordination meeting: joint day" type=meeting
	starts="{6!} 09:30" ends="{6!} 17:00" place="The Hague and video"
	state=NL participants="RO, BG, FR, Eurojust, Europol" agenda="1.
	Dimov\n2. Svishtov\n3. Disclosure plan\n4. Media"
v8 = event title="End of the freezing in Varna unless prolonged" type=deadline
	starts={34} place="District Court Varna" state=BG

at -30 14:00 claire
disclosure of=$x3 proceeding="Lyon JIRS 26/041" accused="Bernard Chastel"
	version=full on={-30} how="file room, counsel" receipt="R 26-90"
disclosure of=$x18 proceeding="Lyon JIRS 26/041" accused="Bernard Chastel"
	version=redacted on={-30} how="file room, counsel" receipt="R 26-91"
	withheld="address of the witness" ruling="order of {-33}"

at -30 17:45 dana
valuation of=$aCarton amount="9310.00 RON" on={-30} method=Statement
	stage=IDENTIFIED

at -28 10:40 claire
t23 = task title="Read the image of Ferrand for wallet keys" assignee=FR/3
	due={3!} priority=high about=$x17
t24 = task title="Bulgarian side: hear Peev on the banknotes of Part-Dieu"
	for_party=BG due={8!} priority=high about=$peev
t25 = task title="Expert opinion on the tax stamps" assignee=FR/2 due={-5!}
	status=waiting reason="the institute is closed for holidays" about=$x7

at -27 09:15 boyana
set $t24 status=declined reason="He is to be arrested first; hearing him now
	would warn Dimov."

at -26 09:00 julien
l35 = lead title="Odile Perrin rents out the second warehouse in Saint-Priest"
	status=new grade=C2 channel=neighbour received_on={-26} due={10!}

at -25 15:30 boyana
v9 = event title="Joint day: Dimov and the second hall" type=search
	starts="{19!} 05:00" place="Varna, Svishtov, Galati" participants="BG,
	RO; FR by video"

at -24 17:27 julien
l36 = lead title="Crypto wallet in the notes of Ferrand" status=in_work
	grade=B2 crime_area=CYBR channel="phone image" received_on={-24}
	assignee=FR/3 due={8!} tags=crypto

at -23 10:50 sophie
aWallet = asset type=CRYP description="Bitcoin wallet in the notes of Ferrand"
	holder=$ferrand stage=SUSPECTED
identifier of=$aWallet type=crypto
	value=bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq

at -23 11:20 julien
share $l36 EUROPOL reason="Trace where the coins went" until={37}
share $aWallet EUROPOL reason="Trace where the coins went" until={37}

at -22 12:20 ana
set $t18 status=done
t26 = task title="Send the certificate for the villa to Thessaloniki"
	assignee=RO/3 due={-21} priority=urgent blocked_by=$t18 about=$aVilla

at -21 16:10 dana
set $t26 status=done
journal of=$t26 at="{-21} 15:40" text="Sent through the secure channel;
	receipt asked for." minutes=25

at -21 16:42 dana
order of=$aVilla kind=freezing authority="Tribunal Galati, certificate under
	Regulation (EU) 2018/1805" number=44/2026 on={-21}
set $aVilla stage=REQUESTED

at -20 16:28 ana
translation of=$z18 from=el to=fr pages=8 translator="sworn, Lyon" sworn=yes
	ordered={-20} due={3!}

at -20 16:48 boyana
l31 = lead title="Dimov asks for a passport in another name" status=assessed
	priority=urgent grade=B2 handling=H2 share=own channel=source
	received_on={-20} due={1!}

at -19 09:40 boyana
share $l31 $ana reason="So that he is not let out at Giurgiu"
	until={12} use=information

at -18 10:10 ion
l41 = lead title="Two of the drivers talk: names and shifts" status=assessed
	grade=B2 handling=H3 handling_text="Only who plans the surveillance"
	share=own channel=source received_on={-18} tags=lorry

at -18 10:40 ana
share $l41 FR reason="Plan the surveillance at the border"
	acknowledge=yes

at -16 17:20 ana
unshare $l41 FR reason="Sent to the wrong office; whoever reads it knows who
	talked"

at -15 10:20 claire
v10 = event title="Trial of Ferrand, first day" type=hearing starts="{47!}
	09:00" place="Tribunal judiciaire, Lyon" state=FR
d5 = decision title="Ferrand is tried in Lyon alone" question="Where is
	Ferrand tried?" options="Lyon\nGalati, with the others" outcome=agreed
	on={-16} consulted="Ana Pop" detail="Ne bis in idem: Galati does not
	charge the sales in France."

at -15 11:00 boyana
q1 = ask $x3 for=court use="District Court Varna" reason="The ledger shows what
	Radulov was paid, week by week" due={-8}

at -15 11:20 petar
link type=mentions a=$l30 b=$minkov
link type=mentions a=$l13 b=$radulov

at -13 16:30 claire
answer $q1 limited terms="Pages 1 to 96; customers' names are blackened"

at -12 11:35 petar
l37 = lead title="Peev bought three watches with old 500s" status=assessed
	grade=B2 channel="jeweller, Varna" received_on={-13} tags=assets,cash

at -12 12:20 petar
aWatch = asset type=JEWL description="Three wrist watches bought in Varna"
	country=BG holder=$peev stage=SUSPECTED
valuation of=$aWatch amount="41700 EUR" on={-13} method="Price at the
	jeweller" stage=SUSPECTED

at -11 16:12 petar
link type=mentions a=$l37 b=$peev

at -10 10:10 ana
t27 = task title="Remind Thessaloniki: no confirmation of receipt yet"
	assignee=RO/3 due={1!} priority=urgent about=$aVilla
t28 = task title="State of play for the meeting in The Hague" assignee=RO/1
	due={5!} priority=high
t29 = task title="French side: draft of the joint disclosure plan"
	for_party=FR due={9!} about=MELTEM

at -9 09:30 ana
ask $v4 for=court use="Tribunal Galati" reason="The minutes show that all
	three agreed who confiscates the villa" due={9!}
share $aVilla EUROJUST reason="Help with the receipt from Thessaloniki"
	until={60}

at -9 10:20 claire
ask CH iban CH7800999000000000801 reason="Who gave the order to pay for the two
	flats in Lyon?" due={11!}
ask $y15 for=court use="Tribunal judiciaire de Lyon" reason="Calls between
	Radulov and Chastel, for the trial of Ferrand" due={8!}

at -9 12:00 julien
chain of=$x12 action=handed_over at="{-9} 12:00" from=$julien to=$dana
	method=courier seal=S-0640 purpose="Key to the archive of Lac Bleu"
	mode=program
confirmation of=$x12 step=$x12/chain2 side=giver

at -8 16:00 ana
d6 = decision title="Who asks for the confiscation of the villa"
	question="Galati or Varna?" options="Galati: the certificate is
	theirs\nVarna: Dimov is theirs" outcome=open on={-8} consulted="Boyana
	Ilieva"

at -8 16:40 ana
set MELTEM review_months=12
set $popescu review_on={-2!}
set $elena review_on={9!}
set $mkalfo review_on={-1!}
set $neagu review_on={31!}

at -8 17:10 boyana
set $gancheva review_on={38!}
set $worker1 review_on={4!}
set $worker2 review_on={4!}
set $worker3 review_on={4!}

at -8 17:25 claire
set $perrin review_on={0!}
set $belkacem review_on={31!}
set $chastel review_on={194!}

at -7 09:30 nora
v11 = event title="Europol analysts in Galati" type=meeting starts="{13!}
	10:00" place=Galati state=RO participants="Nora Lind, Dana Rusu"

at -7 11:15 regula
lead title="A second client account of Lac Bleu, opened in May" status=new
	grade=B2 channel="bank, Geneva" received_on={-8} tags=bank,geneva
	detail="Same beneficial owner as the first. Balance about 410,000 CHF."

at -6 15:50 dana
l39 = lead title="Northlight: the nominee director is Λάμια Ζαχαρίου"
	status=new grade=B3 channel="company register, Cyprus"
	received_on={-6} tags=cyprus
vrahimis = person name="Κώστας Βραχίμης" given=Κώστας family=Βραχίμης
	birth_date=~1970 sex=male nationality=CY
link type=mentions a=$l39 b=$vrahimis note="Her secretary"

at -6 16:20 petar
chain of=$y13 action=handed_over at="{-6} 16:00" from=$petar to=$ion
	method=courier seal=V-260 purpose="Comparison with the books of Delta
	Trans" mode=program
confirmation of=$y13 step=$y13/chain2 side=giver

at -5 11:45 dana
note text="The charters name voyages of the Galini, which has had no engine
	since 2023." about=$thalassa
note text="Pattern: cash in Varna every three weeks, a charter from Piraeus
	every 25 days, whatever the season." about=$aThal

at -5 13:10 julien
note text="Chastel writes “le Bulgare” for Dimov and “le fils” for Marcu in
	the ledger." about=$x3

at -5 14:10 ion
link type=mentions a=$l32 b=$hadzic
link type=mentions a=$l33 b=$popescu
link type=mentions a=$l34 b=$carton

at -5 15:20 boyana
set $minkov legal=restricted legal_reason="He contests that he rented the
	field himself; the contract is being examined" review_on={25!}

at -5 17:39 dana
owner of=$aShare who=$marcu role=owner percent=80 from=2018 to={-5}

at -4 10:00 petar
note text="Минков was seen with the landlord in Svishtov." about=$minkov

at -4 16:05 julien
link type=mentions a=$l36 b=$aWallet
link type=mentions a=$l35 b=$perrin
link type=mentions a=$l27 b=$aFlat1
link type=mentions a=$l27 b=$aFlat2

at -4 17:53 dana
l40 = lead title="Marcu transfers his share in Delta Trans to his wife"
	status=new priority=high grade=A1 channel="company register"
	received_on={-4} due={2!} tags=assets
owner of=$aShare who=$elena role=owner percent=80 from={-4}

at -3 09:20 ana
note text="Ask the commission for money for the interpreters before the end of
	the month." about=MELTEM

at -3 10:15 julien
comment of=$l36 text="@EUROPOL/1 Did the coins move after the search in Lyon?"

at -3 17:00 claire
t30 = task title="Romanian side: confirm exhibit LY-12/26" for_party=RO
	due={1!} priority=high about=$x12

at -3 17:25 ion
link type=mentions a=$l40 b=$aShare
link type=mentions a=$l40 b=$elena

at -2 16:40 petar
l38 = lead title="Lorry expected at Giurgiu within the next nights" status=new
	priority=urgent grade=B2 channel=interception received_on={-2} due={1}
	tags=lorry

at -1 08:40 boyana
comment of=$l38 text="If the lorry comes, please do not stop it before
	Giurgiu: our line is still up."

at -1 09:05 ion
comment of=$l38 text="Understood. Two cars from midnight; we only look."

at -1 16:20 boyana
comment of=$l32 text="@RO/1 Is GL 44 DLT the lorry of June? Our camera at Ruse
	has it twice this week."

at -1 17:15 claire
comment of=$l26 text="The judge will decide on disclosure after the hearing of
	Chastel."

at -1 17:40 dana
comment of=$aVilla text="No receipt from Thessaloniki. I call them tomorrow
	morning."
document of=$aVilla title="Freezing certificate, Annex I" doc_ref=44/2026
	hash=2790021a47c416d849e4a1d4af3be00b69c7eea283fcdebb3e46fbd8024b54db
	path="file room Galati, 44/2026"

at -1 17:55 boyana
asset type=BANK description="Account of the courier's wife, Ruse"
	account_no=BG18RZBB91550123456789 bank="Bank of Ruse" country=BG
	stage=SUSPECTED share=own

at -1 18:00 ion
asset type=BANK description="Account of a driver, Galati"
	account_no=RO74CCCC1B31007593840099 country=RO stage=SUSPECTED
	share=own

at -1 18:05 ana
permission of=$z17 what=use for_use=U1 by="Office of the Attorney General,
	Bern" on={-86} doc_no=SV.26.0311-4
set $l32 title="New driver: Hadžić, with lorry GL 44 DLT, lives in Galati"
comment of=$l38 text="@FR/2 Could your laboratory look at the tachograph before the
	hearing?"
