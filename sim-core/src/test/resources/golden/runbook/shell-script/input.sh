#!/bin/bash
# Sets up a project.
set -e
NET=192.168.7 PREFIX=24
export OS_CLOUD="lab"; openstack network create "rede $1" || { echo failed >&2; exit 1; }

for n in 1 2 3; do
  openstack server create --flavor m1.small "vm$n" 2>/dev/null
done
for id in $(openstack server list -f value -c ID); do openstack server delete "$id"; done

cat > neutron.yaml <<EOF
neutron-api:
  dns-domain: ${DOMAIN:-lab.}
  path: \$HOME
EOF
cat <<-'FIM' | sudo tee /etc/motd
	not $expanded here
	FIM
if [ -f openrc ]; then
  source openrc
else
  echo "no openrc" && exit 2
fi
while read -r line; do echo "$line"; done < list.txt
case "$1" in
  start|up) juju switch lab ;;
  *) echo usage ;;
esac
deploy() {
  juju deploy "$1"
}
[[ -n $NET && 1 < 2 ]] && echo `hostname -f`
(cd /tmp; ls *.img) &> listing.txt
! grep -q jammy images.txt
time ceph -s |& tail -n 3 &
openstack server list \
  --long >> out.log 2>&1
base64 -d <<< "aGk=" > hi
echo $((1 + 2)) ${NET%.*} {1..3} "$@" $?
diff <(juju status) old.txt
A=(one two)
echo 'it is "quoted"' $'tab\there' a\ b "" ''
) stray
echo after
