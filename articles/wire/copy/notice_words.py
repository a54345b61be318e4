"""The words of notices around a story, in many languages, as plain data like `vocabulary`."""

from __future__ import annotations

# ── Notices ──────────────────────────────────────────────────────────────────────────────────────────────
EMBARGO_WORDS = """
embargoed until; embargoed till; embargoed for release until; embargoed for publication until;
embargoed for; embargoed to; embargoed; embargo until; embargo till; embargo date; embargo time;
embargo ends; embargo lifts; embargo expires; embargo; strict embargo until; strict embargo;
strictly embargoed until; strictly embargoed; under embargo until; under embargo;
under strict embargo until
not for publication before; not for publication until; not for release before; not for release until;
not for use before; not for use until; not to be published before; not for broadcast before;
not for publication or broadcast before; not for publication or broadcast until; hold for release until;
hold for release at; hold for release; hold until; for release at; for release on; for release after;
for release; for publication on; for use after; advance for; press embargo
sperrfrist bis; sperrfrist; sperrvermerk; gesperrt bis; achtung sperrfrist; frei für; frei ab; nicht vor;
sendesperrfrist
sous embargo jusqu'au; sous embargo jusqu’au; sous embargo jusqu'à; sous embargo jusqu’à; sous embargo;
embargo jusqu'au; embargo jusqu’au; embargo jusqu'à; embargo jusqu’à; embargo au; embargo strict;
ne pas publier avant le; ne pas publier avant
embargado hasta el; embargado hasta las; embargado hasta; embargo hasta el; embargo hasta las;
embargo hasta; embargada hasta; bajo embargo hasta; bajo embargo; embargado; no publicar antes de;
no publicar antes del
embargo fino alle; embargo fino a; embargo fino al; sotto embargo fino alle; sotto embargo fino al;
sotto embargo; embargato fino; sob embargo até; sob embargo; embargo até; embargado até;
não publicar antes de; onder embargo tot; onder embargo; embargo tot; niet publiceren voor
ambargo; ambargolu; ambargoludur; ambargoludur:; эмбарго до; эмбарго; под эмбарго до; под эмбарго;
не публиковать до; не для публикации до; ембарго до; ембарго; під ембарго до; embargo do; pod embargiem do;
embargováno do; embargo platí do; embargo till; embargo til; embargo inntil; embargerad till;
sperrefrist til; sperrefrist; klausuleret til; klausuleret; kan offentliggøres; embargo asti;
julkaisuvapaa; julkistusvapaa; embargó; embargó alatt; sub embargo până la; sub embargo; embargo până la;
εμπάργκο έως; εμπάργκο μέχρι; εμπάργκο
حظر النشر حتى; محظور النشر حتى; يحظر النشر قبل; محظور حتى; אמברגו עד; אמברגו; חסוי עד; अंबरगो; प्रतिबंधित;
禁发至; 禁发期; 禁止提前发布; 解禁时间; 解禁; 解禁日時; 報道解禁; 엠바고; embargo hingga; embargo sampai;
cấm vận đến
cấm vận thông tin đến; ห้ามเผยแพร่ก่อน
"""
CORRECTION_VERBS = """
corrects; corrected; correcting; corrects to; fixes; amends; adds; adding; updates; updating; updated;
recasts; recasting; refiles; refiling; refiled; repeats; repeating; rewrites; removes; removing; clarifies;
clarifying; deletes; drops; restores; writes through; writethru; changes; edits; inserts; releads; recaps;
retransmits; resends; re-sends; new throughout; upgrades; trims; tops; this story corrects;
this version corrects; this story has been corrected; this version; this story;
this article has been corrected; this article corrects; this corrects; this item corrects; corrects
berichtigt; korrigiert; ergänzt; aktualisiert; neu; berichtigung; präzisiert; wiederholt; stellt klar;
korrigierte fassung; streicht; erweitert
corrige; corrigé; ajoute; actualise; précise; répétition; reprend; rectifie; ajoute des détails;
corrige et; complète; met à jour
añade; actualiza; agrega; corrección; rectifica; repite; amplía; aclara; elimina; corrige; aggiorna;
corregge; aggiunge; precisa; rettifica; ripete; aggiornamento; atualiza; acrescenta; adiciona; corrige;
repete; esclarece; corrigeert; voegt toe; verbetert; herhaalt; verduidelijkt
düzeltir; düzeltiyor; düzeltme; günceller; ekler; tekrar; yeniler; düzeltildi; исправляет; исправлено;
уточняет; добавляет; добавлены; обновляет; повтор; дополняет; исправлена; уточнено; виправляє; додає;
уточнює; poprawia; uzupełnia; dodaje; koryguje; sprostowanie; opravuje; doplňuje; aktualizuje; přidává;
rättar; korrigerar; uppdaterar; lägger till; retter; oppdaterer; korrigerer; tilføjer; korjaa; korjattu;
lisää; päivittää; javítja; frissíti; corectează; actualizează; adaugă; διορθώνει; προσθέτει; ενημερώνει
يصحح; تصحيح; يضيف; لإضافة; لتصحيح; لتغيير; مع; תיקון; מתקן; מוסיף; 更正; 修正; 訂正; 補充; 补充; 重发;
重發; 정정; 수정; 보완
memperbaiki; koreksi; menambahkan; ralat; đính chính
"""
CORRECTION_LABELS = """
correction; corrections; clarification; corrected; amendment; corrigendum; erratum; editor's correction;
berichtigung; korrektur; richtigstellung; klarstellung; rectificatif; correctif; précision; rectification;
corrección; rectificación; aclaración; fe de errores; fe de erratas; correzione; rettifica; errata corrige;
precisazione; correção; retificação; errata; esclarecimento; rectificatie; correctie; verduidelijking;
düzeltme; düzeltme metni; исправление; поправка; уточнение; опровержение; виправлення; уточнення;
sprostowanie; korekta; oprava; upřesnění; rättelse; korrigering; rettelse; berigtigelse; oikaisu; korjaus;
helyesbítés; helyreigazítás; erată; rectificare; διόρθωση; تصحيح; توضيح; اصلاحیه; תיקון; הבהרה; सुधार;
शुद्धिपत्र; 更正; 勘误; 勘誤; 訂正; お詫びと訂正; 정정; 바로잡습니다; koreksi; ralat; đính chính
"""
# Lines that withdraw a story. `KILL_WORDS` need capitals or a separator behind them; the "firm" ones are
# hardly ever used of anything but copy.
FIRM_KILL_WORDS = """
kill; killed; story killed; withdrawn; story withdrawn; withdrawal; retracted; story retracted; retraction;
storniert; storno; zurückgezogen; annulée; anulada; annullata; eliminated
"""
KILL_WORDS = """
kill; mandatory kill; story kill; bulletin kill; news kill; kill notice; kill advisory; kill order;
kill - do not use; withdrawal; withdrawn; story withdrawn; withdrawal notice; mandatory withdrawal;
story retracted; retraction; retracted; cancel; cancelled; canceled; cancellation; spike; spiked; void;
story void; delete; elimination; mandatory elimination; bulletin elimination; story elimination;
story killed; story removed; story deleted; story cancelled; story canceled; article withdrawn;
item withdrawn; story retraction; kill story; withdraw story; mandatory story kill
storno; storniert; stornierung; zurückgezogen; meldung zurückgezogen; zurückziehung; annullierung;
bitte nicht verwenden; annulation; annulé; annulée; dépêche annulée; annule; avis d'annulation; retrait;
anulación; anulada; anulado; anular; noticia anulada; retirada; eliminada; annullata; annullato;
annullamento; notizia annullata; anulação; cancelado; cancelada; ingetrokken; intrekking; vervalt; iptal;
haber iptali; iptal edildi; haber iptal; geri çekildi; kullanmayınız; аннулировано; аннулируется; отмена;
отозвано; анулировано; анульовано; скасовано; відкликано; anulowano; anulowane; wycofana; wycofano;
anulace; zrušeno; staženo; stornováno; annullerad; återkallas; tillbakadragen; annullert; tilbakekalt;
trukket; annulleret; tilbagekaldt; peruttu; peruutus; visszavonva; törölve; anulat; retras; ακυρώνεται;
ακύρωση; إلغاء; ملغى; الغاء; ביטול; בוטל; 撤稿; 撤销; 注销; 作废; 撤回; 取り消し; 取消; 配信取り消し;
전문취소; 기사취소; 삭제; dibatalkan
ditarik; hủy
"""
WITHHOLD_WORDS = """
withhold; withheld; do not publish; not for publication; not for release; hold; hold for release;
do not release; do not run; nicht veröffentlichen; nicht zur veröffentlichung;
nicht zur veröffentlichung bestimmt; zurückhalten; ne pas publier; ne pas diffuser; no publicar;
no difundir; non pubblicare; não publicar; niet publiceren; niet voor publicatie; yayınlamayınız;
yayımlamayınız; не публиковать; не для публикации; не публікувати; nie publikować; nepublikovat;
publicera inte; får ej publiceras; ikke publiser; må ikke offentliggøres; ei julkaistavaksi;
nem publikálható; a nu se publica; لا ينشر; ليس للنشر; לא לפרסום; 请勿发布; 不得发布; 公開不可; 보도금지
"""
DO_NOT_USE = (
    r"do\s+not\s+(?:use|publish|run)|must\s+not\s+be\s+used|nicht\s+(?:mehr\s+)?verwenden|ne\s+pas\s+utiliser"
    r"|no\s+(?:usar|utilizar)|non\s+usare|não\s+usar|kullanmayınız|не\s+использовать"
)
EDNOTE_LABELS = """
eds; eds.; editors; editors note; editors' note; editors’ note; note to editors; notes to editors;
note for editors; notes for editors; to editors; attention editors; attn editors; attention;
editorial note; desk note; eds note; editor note; advisory; news editors; media note; notes to editor;
note to editor; media notes; note to media; notes to desks; to desks; ed note; ed. note; ed's note
redaktionshinweis; redaktioneller hinweis; hinweis an die redaktion; hinweis an die redaktionen;
hinweis für die redaktion; hinweis für die redaktionen; hinweis an redaktionen; hinweise für redaktionen;
an die redaktionen; anmerkung der redaktion an die kunden; achtung redaktion; achtung redaktionen;
hinweis für redaktionen; redaktionelle hinweise
note aux rédactions; note aux rédacteurs; note aux éditeurs; à l'attention des rédactions;
à l’attention des rédactions; avis aux rédactions; note à l'attention des rédactions; attention rédactions;
notes aux rédactions
nota a los editores; nota a los redactores; nota para editores; notas para editores;
nota para los editores; nota a editores; notas a los editores; aviso a los redactores;
aviso a las redacciones; nota para las redacciones; atención editores; nota para redacciones
nota alle redazioni; nota per le redazioni; note per i redattori; nota per gli editori;
note per gli editori; avviso alle redazioni; nota aos editores; notas aos editores; nota para editores;
nota à redação; nota às redações; notas para editores
noot voor de redactie; noot aan de redactie; noten voor de redactie; nota voor de redactie;
niet voor publicatie; noot voor redacties; editöre not; editörlere not; editörlerin dikkatine;
editörlerin notu; haber merkezlerine not; redaksiyon notu; примечание для редакторов;
примечание для редакций; вниманию редакций; вниманию редакторов; к сведению редакций; для редакторов;
примечания для редакторов; увазі редакцій; до відома редакцій; примітка для редакторів
uwaga redakcje; informacja dla redakcji; nota dla redakcji; do wiadomości redakcji; poznámka pro redakce;
poznámka pro editory; poznámky pro editory; upozornění pro redakce; till redaktionen; till redaktionerna;
not till redaktionen; redaktionell notering; til redaksjonen; til redaksjonene; note til redaksjoner;
til redaktionen; note til redaktionen; note til redaktioner; toimituksille; huom. toimitus;
huomio toimitukset; tiedoksi toimituksille; megjegyzés a szerkesztőknek; notă pentru redacții;
notă către editori; note pentru editori; σημείωση προς συντάκτες; σημείωση για τους συντάκτες;
σημείωμα προς τους συντάκτες
ملاحظة للمحررين; ملاحظات للمحررين; ملاحظات إلى المحررين; تنبيه للمحررين; یادداشت برای سردبیران;
הערה לעורכים; לידיעת העורכים; हेतु संपादक; संपादकों के लिए नोट; संपादकों के लिए; 致编辑; 编辑注意; 编者注意;
編集者への注記
編集者各位; 編集注; 편집자주; 편집자 참고; catatan untuk editor; catatan untuk redaksi; lưu ý biên tập viên;
ghi chú cho biên tập viên
"""
NOTEBOOK = """
notebook; dpa notebook; notizblock; dpa-notizblock; dpa notizblock; bloc-notes; bloc de notas;
nota interna; redaktionelle hinweise; dpa-notebook
"""
RELEASE_LABELS = """
for immediate release; for release; immediate release; press release; media release; news release;
media statement; press statement; media advisory; news advisory; media alert; press notice;
press information; release; for immediate publication; for immediate use; information for the press;
statement for the press
pressemitteilung; pressemeldung; presseinformation; medienmitteilung; presseaussendung; medieninformation;
zur sofortigen veröffentlichung; pressemitteilung zur sofortigen veröffentlichung; zur sofortigen freigabe;
communiqué de presse; communiqué; pour diffusion immédiate; pour publication immédiate;
à diffuser immédiatement; nota de prensa; comunicado de prensa; comunicado; para publicación inmediata;
para su publicación inmediata; para difusión inmediata; comunicato stampa; per la pubblicazione immediata;
per diffusione immediata; nota stampa; comunicado de imprensa; nota à imprensa; release;
para divulgação imediata; para publicação imediata; persbericht; voor onmiddellijke publicatie;
voor directe publicatie; basın bülteni; basın açıklaması; acil yayın için; пресс-релиз;
для немедленной публикации; пресреліз; прес-реліз; для негайної публікації; informacja prasowa;
komunikat prasowy; do natychmiastowej publikacji; tisková zpráva; k okamžitému zveřejnění; tlačová správa;
pressmeddelande; för omedelbar publicering; pressemelding; for umiddelbar publisering; pressemeddelelse;
til øjeblikkelig offentliggørelse; lehdistötiedote; tiedote; mediatiedote; vapaa julkaistavaksi;
sajtóközlemény; azonnali közlésre; comunicat de presă; pentru publicare imediată; δελτίο τύπου;
για άμεση δημοσίευση; بيان صحفي; للنشر الفوري; بیانیه مطبوعاتی; הודעה לעיתונות; לפרסום מיידי;
प्रेस विज्ञप्ति; तत्काल प्रकाशन के लिए; 新闻稿; 新聞稿; 即时发布; 供即时发布; 報道資料; プレスリリース;
報道関係各位; 보도자료; 즉시 보도
siaran pers; untuk diterbitkan segera; thông cáo báo chí; ข่าวประชาสัมพันธ์; saopćenje za javnost;
priopćenje za medije; saopštenje za javnost; съобщение за медиите
"""
CONTACT_LABELS = """
contact; contacts; media contact; media contacts; press contact; press contacts; media enquiries;
media inquiries; press enquiries; press inquiries; media relations; press office; investor relations;
investor contact; investor contacts; investor relations contact; investor relations contacts;
contact information; contact details; for more information contact; for more information, contact;
for more information, please contact; for more information please contact; for further information contact;
for further information, contact; for further information, please contact;
for further information please contact; for media enquiries; for media inquiries;
for media enquiries, please contact; for media inquiries, please contact; for enquiries; company contact;
corporate contact; public relations contact; pr contact; agency contact; contact for media;
contact for press; media relations contact; for interviews; enquiries; inquiries; further information from;
editorial contact; press and media contact; reader enquiries
kontakt; pressekontakt; ansprechpartner; ansprechpartnerin; medienkontakt; rückfragehinweis; rückfragen;
rückfragen bitte an; rückfragen an; für rückfragen; pressestelle; kontakt für rückfragen; kontaktdaten;
kontakte; weitere informationen bei; bei rückfragen; contact presse; contacts presse; contact média;
contacts médias; contact médias; relations presse; service de presse; renseignements; contacto; contactos;
contacto de prensa; contacto para prensa; contacto de medios; contacto para medios; contactos de prensa;
para más información; para más información, contactar; para más información contactar con; más información;
contatti; contatto; contatto stampa; contatti stampa; ufficio stampa; per informazioni;
per ulteriori informazioni; contatto per la stampa; contato; contatos; contacto de imprensa;
contato de imprensa; assessoria de imprensa; contactos de imprensa; contato para a imprensa;
informações à imprensa; perscontact; contactpersoon; contactgegevens; voor meer informatie;
noot voor redactie: voor meer informatie; persvoorlichting
iletişim; basın iletişim; basınla iletişim; ayrıntılı bilgi için; bilgi için; basın irtibat; контакты;
контакт; контакты для прессы; контакты для сми; контактное лицо; пресс-служба; контактная информация;
дополнительная информация; контакти; контакти для змі; контактна особа; kontakt dla mediów;
kontakt prasowy; osoba kontaktowa; kontakty; kontakt pro média; kontaktní osoba; presskontakt;
kontaktperson; för mer information; för mer information, kontakta; för ytterligare information;
kontaktpersoner; for mer informasjon; for mer informasjon, kontakt; for yderligere information;
kontaktinformasjon; pressekontakter; yhteystiedot; lisätietoja; lisätiedot; yhteyshenkilö; sajtókapcsolat;
kapcsolat; további információ; bővebb információ; contact media; persoană de contact; date de contact;
επικοινωνία; στοιχεία επικοινωνίας; πληροφορίες; للتواصل; للاتصال; جهة الاتصال; لمزيد من المعلومات; تماس;
اطلاعات تماس; ליצירת קשר; איש קשר; לפרטים נוספים; संपर्क; मीडिया संपर्क; अधिक जानकारी के लिए; 联系人; 媒体联系;
媒体联系人; 联系方式; 聯絡人; 媒體聯絡; お問い合わせ; お問い合わせ先; 問い合わせ先;
本件に関するお問い合わせ先; 報道関係者お問い合わせ先; 문의; 언론 문의; 연락처; kontak
kontak media; narahubung; liên hệ; liên hệ báo chí; thông tin liên hệ; ติดต่อ
to contact the reporter on this story; to contact the reporters on this story;
to contact the editor responsible for this story; to contact the editors responsible for this story;
to contact the author of this story; to contact the reporter
"""
# Single lines that rank or mark a piece of copy and are neither its headline nor its text.
RANK_LINES = """
urgent; bulletin; flash; newsalert; news alert; breaking news; breaking; alert; newsbreak; snap; exclusive;
developing; 1st lead; 2nd lead; 3rd lead; 4th lead; 1st ld; 2nd ld; 3rd ld; 1st ld-writethru;
2nd ld-writethru; writethru; 1st writethru; first lead; second lead; lead; new lead; refile; repeat;
repeating; correction; corrected; clarification; update; update 1; update 2; update 3; wrap; roundup;
advance; advisory; with photo; with photos; with graphic; photo; photos; eilmeldung; eil; vorrang;
zusammenfassung; korrektur; berichtigung; achtung; alerte; urgence; synthèse; rectificatif; urgente;
alerta; última hora; ampliación; aviso; avance; corrección; son dakika; acil; flaş; срочно; молния; повтор;
терміново; блискавка; pilne; naléhavé; mimořádná zpráva; hast; ilsyös; kiireellinen; ultima ora; spoed;
عاجل; دھماکہ خیز; فوری; דחוף; 快讯; 急电; 速報; 緊急; 至急; 속보; 긴급; 1보; 2보; 종합; headlines only;
for your information
web lead; ad
"""
END_MARKS = """
ends; end; the end; more; mf; mtc; -30-; 30; reuter; reuters end; xxx; fin; fine; ende; fim; einde; son;
конец; кінець; koniec; konec; slut; slutt; loppu; vége; sfârșit; sfîrșit; τέλος; انتهى; انتهي; النهاية;
پایان; סוף; סוף ידיעה; समाप्त; শেষ; 完; 终; 終; 了; 끝; selesai; hết; จบ; kraj; край; крај; beitragsende;
meldungsende; fin de la dépêche; fin del despacho; end of story; end of text; end of release; story ends;
more follows; more to come; more later; mehr folgt; à suivre; suite; sigue; seguirá; segue; vervolgt;
continued
"""
# End marks after which nothing is body any more (RULINGS 19).
FINAL_END_MARKS = """
ends; end; the end; -30-; 30; fin; fine; ende; fim; einde; son; конец; кінець; koniec; konec; slut; slutt;
loppu; vége; sfârșit; τέλος; انتهى; انتهي; النهاية; پایان; סוף; समाप्त; 完; 终; 終; 了; 끝; selesai; hết; จบ;
kraj; край; beitragsende; meldungsende; end of story; end of text; end of release; story ends; nnnn
"""
COPYRIGHT_WORDS = """
copyright; ©; (c); all rights reserved; alle rechte vorbehalten; tous droits réservés;
todos los derechos reservados; tutti i diritti riservati; todos os direitos reservados;
alle rechten voorbehouden; her hakkı saklıdır; tüm hakları saklıdır; все права защищены;
всі права захищено; wszelkie prawa zastrzeżone; wszystkie prawa zastrzeżone; všechna práva vyhrazena;
alla rättigheter förbehållna; alle rettigheter forbeholdt; alle rettigheder forbeholdes;
kaikki oikeudet pidätetään; minden jog fenntartva; toate drepturile rezervate;
με την επιφύλαξη παντός δικαιώματος; جميع الحقوق محفوظة; کلیه حقوق محفوظ است; כל הזכויות שמורות;
सर्वाधिकार सुरक्षित; 版权所有; 版權所有; 無断転載; 無断転載禁止; 무단 전재; 저작권자; hak cipta; bản quyền;
สงวนลิขสิทธิ์
telif hakkı; urheberrecht; droits d'auteur
"""
USAGE_WORDS = r"""
this\s+material\s+may\s+not\s+be|may\s+not\s+be\s+(?:published|reproduced|redistributed)|reproduction\s+(?:is\s+)?(?:prohibited|forbidden)|republication\s+or\s+redistribution|
(?:reproduction|diffusion)\s+interdite|prohibida\s+(?:su|la)\s+reproducción|riproduzione\s+riservata|proibida\s+a\s+reprodução|nachdruck\s+(?:verboten|nur)|izinsiz\s+kullanılamaz|перепечатка\s+(?:запрещена|только)|未经授权|不得转载|禁止转载
"""
LEADING_PLACE_STOP = """
exclusive; breaking; update; analysis; factbox; feature; opinion; comment; editorial; live; video; watch;
photo; photos; interview; profile; timeline; explainer; correction; corrected; clarification; urgent;
bulletin; alert; note; warning; notice; kill; withdrawal; advisory; wrap; insight; focus; column; review;
preview; recap; breakingviews; quote; quotes; refile; repeat; instant view; graphic; newsmaker; eds;
editors; attention; embargo; sports; business; headlines; summary; index; q&a; faq; qa; hintergrund;
analyse; kommentar; porträt; eilmeldung; reportage; interview; umfrage; zusammenfassung; analyse;
éclairage; portrait; encadré; papier; urgent; análisis; entrevista; perfil; urgente; análise; analisi;
intervista; scheda; analiz; özel; röportaj; son dakika; анализ; интервью; справка; эксклюзив; срочно;
обзор; аналіз; інтерв'ю; rozmowa; wywiad; analiza; bez komentarza; media release; press release;
news release; tags; source; contact; p.s.; ps; ok; no; yes; i; a; the; so; but; and; um; oh; ah; well;
step; part; chapter; day; week; round; race; game; match; score; result; results; table; total; subtotal;
monday; tuesday; wednesday; thursday; friday; saturday; sunday
"""
